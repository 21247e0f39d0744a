// 40 谁对一栋楼负责
// name: browser/responsible
// mode: read
// params: none
// row: drawing
// 从这栋楼往上，每一级的党组织和负责人、网格员、民警和派出所、联点包抓干部、领导小组和委员会。
// 要看别的楼：在第一个引号里填社区名称的一部分，在第二个引号里填楼名的一部分；没有楼的，是小区、网格、社区里最小的一种。
OPTIONAL MATCH (building:Area)
WHERE EXISTS { (building)-[:WITHIN*0..20]->(around:Area) WHERE around.name CONTAINS '' }
  AND building.name CONTAINS ''
WITH building
ORDER BY building:Building DESC, building:Compound DESC, building:Grid DESC, building:Neighbourhood DESC, building:Town DESC,
  EXISTS { (building)<-[:WITHIN]-() }, building.id
LIMIT 1
OPTIONAL MATCH place = (building)-[:WITHIN*0..20]->(root:Area)
WHERE NOT EXISTS { (root)-[:WITHIN]->() }
UNWIND coalesce(nodes(place), [null]) AS area
OPTIONAL MATCH covers = (area)<-[:COVERS]-(org:PartyOrg)
OPTIONAL MATCH posts = (org)<-[:PART_OF]-(post:Post)<-[:HOLDS*0..1]-()
WHERE post.role IN ['secretary', 'group_leader', 'household_member']
OPTIONAL MATCH bodies = (org)<-[:PART_OF]-(:Committee)
OPTIONAL MATCH leads = (org)-[:LEADS]->(:LeadingGroup)
OPTIONAL MATCH staff = (area)<-[:SERVES|CONTACTS]-(:GridWorker|Cadre|PoliceStation|PoliceRoom)
OPTIONAL MATCH police = (area:Neighbourhood)<-[:POSTED_TO]-(:Officer)
RETURN coalesce(place, '图里没有名称这样写的楼和其他地方。') AS place, covers, posts, bodies, leads, staff, police
