// 21 公布的数字
// name: browser/figures
// mode: read
// params: none
// row: drawing
// 数据集所带的每个公布数字；点开一个圆，看数值、所数的是什么、为何与图不同。
OPTIONAL MATCH (data:DataSet)
OPTIONAL MATCH published = (data)-[:PUBLISHES]->(:Figure)
RETURN coalesce(data, '图里没有数据集。') AS data, published
