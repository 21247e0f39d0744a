// 40 谁对一栋楼负责
// name: browser/responsible
// mode: read
// params: none
// row: drawing
// 从这栋楼往上，每一级的党组织和负责人、网格员、民警和派出所、联点包抓干部、领导小组和委员会。
// 要看别的楼：在第一个引号里填社区名称的一部分，在第二个引号里填楼名的一部分。
MATCH (building:Building)-[:WITHIN*]->(neighbourhood:Neighbourhood)
WHERE neighbourhood.name CONTAINS '' AND building.name CONTAINS ''
WITH building
ORDER BY building.id
LIMIT 1
MATCH place = (building)-[:WITHIN*]->(root:Area)
WHERE NOT EXISTS { (root)-[:WITHIN]->() }
UNWIND nodes(place) AS area
OPTIONAL MATCH covers = (area)<-[:COVERS]-(org:PartyOrg)
OPTIONAL MATCH posts = (org)<-[:PART_OF]-(post:Post)<-[:HOLDS*0..1]-()
WHERE post.role IN ['secretary', 'group_leader', 'household_member']
OPTIONAL MATCH bodies = (org)<-[:PART_OF]-(:Committee)
OPTIONAL MATCH leads = (org)-[:LEADS]->(:LeadingGroup)
OPTIONAL MATCH staff = (area)<-[:SERVES|CONTACTS]-(:GridWorker|Cadre|PoliceStation|PoliceRoom)
OPTIONAL MATCH police = (area:Neighbourhood)<-[:POSTED_TO]-(:Officer)
RETURN place, covers, posts, bodies, leads, staff, police
