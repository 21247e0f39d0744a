// name: reconcile/street_posts_growth
// mode: read
// params: none
// row: Counted
// Growth of the streets' administrative posts, in per cent.
MATCH (street:StreetCommittee)
WITH sum(street.admin_posts_before) AS before, sum(street.admin_posts) AS since
RETURN CASE before WHEN 0 THEN 0 ELSE round(100.0 * (since - before) / before, 1) END AS counted
