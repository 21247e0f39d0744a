// 01 全市：市委到街道
// name: browser/city
// mode: read
// params: none
// row: drawing
// 从市委到每个街道党工委，连线是“隶属”；最上面不是市委的，从最上面画起，至少画一级；最多画 150 个。双击一个街道，可看它下面还有谁。
OPTIONAL MATCH chain = (root:PartyOrg)<-[:UNDER*0..20]-(org:PartyOrg)
WHERE NOT EXISTS { (root)-[:UNDER]->() }
  AND (org:StreetCommittee OR org:CountyCommittee OR org:CityCommittee OR org:ProvinceCommittee OR length(chain) <= 1)
WITH chain, org
ORDER BY length(chain), org.id
LIMIT 150
RETURN coalesce(chain, '图里没有党组织。') AS chain
