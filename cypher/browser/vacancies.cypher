// 23 空缺的职务
// name: browser/vacancies
// mode: read
// params: none
// row: drawing
// 一个街道的党组织里没有人担任的职务，和所在的组织；前 40 个。
// 要看别的街道：在引号里填名称的一部分；空着，就是编号最小的街道，没有街道党工委的，是最上面的党组织。
OPTIONAL MATCH (street:PartyOrg)
WHERE street.name CONTAINS ''
WITH street
ORDER BY street:StreetCommittee DESC, NOT EXISTS { (street)-[:UNDER]->() } DESC, street.id
LIMIT 1
OPTIONAL MATCH vacancy = (street)<-[:UNDER*0..20]-(:PartyOrg)<-[:PART_OF]-(post:Post)
WHERE NOT EXISTS { (post)<-[:HOLDS]-() }
WITH vacancy, post
ORDER BY post.id
LIMIT 40
RETURN coalesce(vacancy, '图里没有空缺的职务：没有职务，或者这里的职务都有人担任。') AS vacancy
