// name: captions/formed_when_empty
// mode: write
// params: form
// row: none
// Notes that the captions of all entities will have a form, where there is no entity yet: whatever is loaded comes with them.
MATCH (c:Revision {id: 'revision'})
WHERE NOT EXISTS { (:Entity) }
SET c.captions_form = $form
