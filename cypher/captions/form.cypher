// name: captions/form
// mode: read
// params: none
// row: CaptionsForm
// The form in which the captions of all entities were last written.
MATCH (c:Revision {id: 'revision'})
RETURN c.captions_form AS captions_form
