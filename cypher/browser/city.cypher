// 01 全市：市委到街道
// name: browser/city
// mode: read
// params: none
// row: drawing
// 从市委到每个街道党工委，连线是“隶属”。双击一个街道，可看它下面还有谁。
MATCH chain = (root:PartyOrg)<-[:UNDER*0..20]-(org:PartyOrg)
WHERE NOT EXISTS { (root)-[:UNDER]->() }
  AND (org:StreetCommittee OR org:CountyCommittee OR root = org)
RETURN chain
