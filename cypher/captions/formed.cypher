// name: captions/formed
// mode: write
// params: form
// row: none
// Notes that the captions of all entities and memberships have a form.
MATCH (c:Revision {id: 'revision'})
SET c.captions_form = $form
