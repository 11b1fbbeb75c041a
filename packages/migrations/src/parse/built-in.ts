/** Functions of PostgreSQL's own, by how they are named, and of extensions that only compute. */
const BUILT_IN =
  /^(pg_\w+|lo_\w+|txid_\w+|current_\w+|has_\w+|to_\w+|json\w*|xml\w*|array_\w+|string_\w+|regexp_\w+|bool_\w+|bit_\w+|date_\w+|make_\w+|inet\w*|uuid\w*|num\w+|width_bucket|set_config|setval|nextval|currval|lastval|now|timeofday|\w+_timestamp|count|sum|min|max|avg|every|version|format|concat(_ws)?|coalesce|nullif|greatest|least|length|\w+_length|lower|upper|initcap|trim|[blr]trim|[lr]pad|left|right|repeat|replace|reverse|substr(ing)?|position|strpos|split_part|translate|overlay|ascii|chr|md5|sha\d+|encode|decode|digest|hmac|crypt|gen_\w+|quote_\w+|abs|ceil(ing)?|floor|round|trunc|mod|div|power|sqrt|exp|ln|log|sign|random|setseed|age|extract|timezone|isfinite|justify_\w+|unnest|cardinality|generate_\w+|row_number|rank|dense_rank|lag|lead|first_value|last_value|ntile|percentile_\w+|mode|ts\w*|plainto_tsquery|phraseto_tsquery|websearch_to_tsquery|similarity|unaccent|oid\w*|format_type|obj_description|col_description|row_to_json|row_security_active|hashtext\w*|st_\w+|postgis_\w+|hstore|akeys|avals|levenshtein\w*|soundex|metaphone|is(empty|json)|lower_\w+|upper_\w+|range_\w+|cast|exists|xmlelement|table_to_xml|query_to_xml|nlevel|subpath|\w*ltree|dblink\w*)$/;

/** Whether a function without a schema is one of PostgreSQL, as far as its name tells. */
export function isBuiltIn(name: string): boolean {
  return BUILT_IN.test(name);
}
