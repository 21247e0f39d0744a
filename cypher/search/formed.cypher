// name: search/formed
// mode: write
// params: form
// row: none
// Notes that the terms of all entities have a form.
MATCH (c:Revision {id: 'revision'})
SET c.terms_form = $form
