// name: search/form
// mode: read
// params: none
// row: TermsForm
// The form in which the terms of all entities were last written.
MATCH (c:Revision {id: 'revision'})
RETURN c.terms_form AS terms_form
