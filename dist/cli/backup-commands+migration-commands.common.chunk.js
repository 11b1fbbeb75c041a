export const id = 6322;
export const ids = [6322];
export const modules = {

/***/ 984893:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ logOf)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(797442);

function logOf(terminal) {
    const tell = (line) => terminal.tell(`${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .plainLine */ .h)(line)}\n`);
    return {
        info: tell,
        warning: (line) => tell(`warning: ${line}`),
        debug: (line) => (terminal.debug ? tell(line) : undefined),
    };
}


/***/ }),

/***/ 385464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SH: () => (/* binding */ repositoryPath),
/* harmony export */   Vd: () => (/* binding */ isProgram),
/* harmony export */   pe: () => (/* binding */ repositoryFolder),
/* harmony export */   sq: () => (/* binding */ withSlashes)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(989278);

function withSlashes(path, { sep } = node_path__WEBPACK_IMPORTED_MODULE_0__) {
    return path.split(sep).join('/');
}
function repositoryFolder(path, system = node_path__WEBPACK_IMPORTED_MODULE_0__) {
    return withSlashes(system.normalize(path), system).replace(/\/$/, '');
}
function repositoryPath(path, system = node_path__WEBPACK_IMPORTED_MODULE_0__) {
    const inside = withSlashes(system.normalize(path), system);
    return system.isAbsolute(path) || inside === '..' || inside.startsWith('../') ? undefined : inside;
}
function isProgram(name, { endings, isThere, path }, { delimiter, join } = node_path__WEBPACK_IMPORTED_MODULE_0__) {
    const folders = path.split(delimiter).filter((folder) => folder !== '');
    return folders.some((folder) => endings.some((ending) => isThere(join(folder, `${name}${ending}`))));
}


/***/ }),

/***/ 129348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _e: () => (/* binding */ compareSchemas),
  G7: () => (/* binding */ readSchema),
  zT: () => (/* binding */ readSchemaWithin)
});

// EXTERNAL MODULE: ./packages/postgres/lib/quote.js
var quote = __webpack_require__(247753);
;// CONCATENATED MODULE: ./packages/postgres/lib/schema/catalog-words.js

function catalogTables(without) {
    return `with members as materialized (select x.classid, x.objid from pg_depend x where x.deptype = 'e'),
  visible_schemas as materialized (select v.oid from pg_namespace v where v.nspname !~ '^pg_(toast_)?temp'
     and v.nspname not in ('pg_catalog', 'pg_toast', 'information_schema') and v.nspname <> all (${(0,quote/* textArray */.TS)(without)})
     and not exists (select from members x where x.classid = 'pg_namespace'::regclass and x.objid = v.oid)) `;
}
const CATALOG_FUNCTIONS = `
create or replace function pg_temp.acl_list(acl aclitem[]) returns text language sql stable as
  $$ select string_agg(grants, ' ' order by grants) from (
       select case when e.grantee = 0 then 'public' else pg_get_userbyid(e.grantee) end || '=' ||
              string_agg(e.privilege_type || case when e.is_grantable then '*' else '' end, ',' order by e.privilege_type)
         from aclexplode(acl) e group by e.grantee) as g (grants) $$;
-- What differs from the grants that such an object has by default: they are written down as soon as one is granted, and
-- stay written when it is revoked.
create or replace function pg_temp.acl_words(acl aclitem[], kind text, owner oid) returns text language sql stable as
  $$ select coalesce(' grants ' || pg_temp.acl_list(nullif(array(select makeaclitem(e.grantee, owner, e.privilege_type, e.is_grantable)
          from (select grantee, privilege_type, is_grantable from aclexplode(acl)
                except select grantee, privilege_type, is_grantable from aclexplode(acldefault(kind::"char", owner))) e), '{}')), '')
       || coalesce(' revoked ' || pg_temp.acl_list(nullif(array(select makeaclitem(e.grantee, owner, e.privilege_type, e.is_grantable)
          from (select grantee, privilege_type, is_grantable from aclexplode(acldefault(kind::"char", owner))
                except select grantee, privilege_type, is_grantable from aclexplode(acl)) e), '{}')), '') $$;
create or replace function pg_temp.setting_words(setting text) returns text language sql stable as
  $$ select 'setting ' || split_part(setting, '=', 1) || ' #' || left(md5(setting), 8) $$;
`;
function visibleSchema(schema) {
    return `${schema} in (select oid from visible_schemas)`;
}
function ofExtension(object, catalog) {
    return `${object} in (select x.objid from members x where x.classid = '${catalog}'::regclass)`;
}
function visible(object, catalog, schema) {
    return `${visibleSchema(schema)} and not ${ofExtension(object, catalog)}`;
}
function rights(acl, kind, owner) {
    return `case when ${acl} is null then '' else pg_temp.acl_words(${acl}, ${kind}, ${owner}) end`;
}
function comment(object, catalog) {
    return `coalesce((select ' comment ' || quote_literal(said.description) from pg_description said where said.objoid = ${object} and said.classoid = '${catalog}'::regclass and said.objsubid = 0), '')`;
}
function relationName(alias) {
    return `case ${alias}.relkind when 'v' then 'view ' when 'm' then 'materialized view ' when 'f' then 'foreign table '
            when 'S' then 'sequence ' when 'c' then 'composite type ' else 'table ' end || ${alias}.oid::regclass`;
}
function options(list) {
    return `nullif(array(select o from unnest(${list}) o where o !~ '^pg_' order by o), '{}')::text`;
}

;// CONCATENATED MODULE: ./packages/postgres/lib/schema/catalog-objects.js

const OBJECTS = [
    `select 'extension ' || quote_ident(e.extname), 0, 'version ' || e.extversion || ' schema ' || e.extnamespace::regnamespace || ${comment('e.oid', 'pg_extension')}
     from pg_extension e`,
    `select 'event trigger ' || quote_ident(t.evtname), 0, format('on %s tags %s execute %s enabled %s owner %s', t.evtevent, t.evttags, t.evtfoid::regproc, t.evtenabled,
        pg_get_userbyid(t.evtowner)) || ${comment('t.oid', 'pg_event_trigger')}
     from pg_event_trigger t where not ${ofExtension('t.oid', 'pg_event_trigger')}`,
    `select 'operator ' || o.oid::regoperator, 0, concat_ws(' ', nullif(o.oprcode, 0)::regproc, 'commutator ' || nullif(o.oprcom, 0)::regoperator, 'negator ' || nullif(o.oprnegate, 0)::regoperator,
        'restrict ' || nullif(o.oprrest, 0)::regproc, 'join ' || nullif(o.oprjoin, 0)::regproc, case when o.oprcanmerge then 'merges' end, case when o.oprcanhash then 'hashes' end,
        'owner ' || pg_get_userbyid(o.oprowner)) || ${comment('o.oid', 'pg_operator')}
     from pg_operator o where ${visible('o.oid', 'pg_operator', 'o.oprnamespace')}`,
    `select 'cast ' || format_type(k.castsource, null) || ' as ' || format_type(k.casttarget, null), 0,
        format('%s %s %s', k.castcontext, k.castmethod, nullif(k.castfunc, 0)::regprocedure) || ${comment('k.oid', 'pg_cast')}
     from pg_cast k where k.oid >= 16384 and not ${ofExtension('k.oid', 'pg_cast')}`,
    `select 'operator class ' || c.opcnamespace::regnamespace || '.' || quote_ident(c.opcname) || ' using ' || m.amname, 0, concat_ws(' ', 'for', c.opcintype::regtype,
        case when c.opcdefault then 'default' end, 'storage ' || nullif(c.opckeytype, 0)::regtype, 'family', f.opfname, 'owner', pg_get_userbyid(c.opcowner)) || ${comment('c.oid', 'pg_opclass')}
     from pg_opclass c join pg_am m on m.oid = c.opcmethod join pg_opfamily f on f.oid = c.opcfamily where ${visible('c.oid', 'pg_opclass', 'c.opcnamespace')}`,
    `select 'operator family ' || f.opfnamespace::regnamespace || '.' || quote_ident(f.opfname) || ' using ' || m.amname, nth, line
     from pg_opfamily f join pg_am m on m.oid = f.opfmethod
       cross join lateral (select 0 as nth, 'owner ' || pg_get_userbyid(f.opfowner) || ${comment('f.oid', 'pg_opfamily')} as line
         union all select 1, format('operator %s %s %s', o.amopstrategy, o.amopopr::regoperator, o.amoppurpose) from pg_amop o where o.amopfamily = f.oid
         union all select 2, format('function %s %s for %s, %s', p.amprocnum, p.amproc::regprocedure, p.amproclefttype::regtype, p.amprocrighttype::regtype)
                     from pg_amproc p where p.amprocfamily = f.oid) as lines
    where ${visible('f.oid', 'pg_opfamily', 'f.opfnamespace')}`,
    `select 'access method ' || quote_ident(m.amname), 0, format('%s %s', m.amtype, m.amhandler::regproc) || ${comment('m.oid', 'pg_am')}
     from pg_am m where m.oid >= 16384 and not ${ofExtension('m.oid', 'pg_am')}`,
    `select 'language ' || quote_ident(l.lanname), 0, concat_ws(' ', case when l.lanpltrusted then 'trusted' end, 'handler ' || nullif(l.lanplcallfoid, 0)::regproc, 'owner', pg_get_userbyid(l.lanowner))
        || ${rights('l.lanacl', `'l'`, 'l.lanowner')} || ${comment('l.oid', 'pg_language')} from pg_language l`,
    `select 'transform for ' || t.trftype::regtype || ' language ' || l.lanname, 0, format('from %s to %s', nullif(t.trffromsql, 0)::regprocedure, nullif(t.trftosql, 0)::regprocedure)
     from pg_transform t join pg_language l on l.oid = t.trflang where not ${ofExtension('t.oid', 'pg_transform')}`,
    `select 'collation ' || c.oid::regcollation, 0, concat_ws(' ', 'provider', c.collprovider, c.collcollate, c.collctype,
        coalesce(to_jsonb(c)->>'colllocale', to_jsonb(c)->>'colliculocale'), 'rules ' || (to_jsonb(c)->>'collicurules'), case when not c.collisdeterministic then 'not deterministic' end,
        'owner', pg_get_userbyid(c.collowner)) || ${comment('c.oid', 'pg_collation')}
     from pg_collation c where ${visible('c.oid', 'pg_collation', 'c.collnamespace')}`,
    `select 'conversion ' || c.connamespace::regnamespace || '.' || quote_ident(c.conname), 0, concat_ws(' ', pg_encoding_to_char(c.conforencoding), 'to', pg_encoding_to_char(c.contoencoding),
        c.conproc::regproc, case when c.condefault then 'default' end, 'owner', pg_get_userbyid(c.conowner)) || ${comment('c.oid', 'pg_conversion')}
     from pg_conversion c where ${visible('c.oid', 'pg_conversion', 'c.connamespace')}`,
    `select 'text search configuration ' || c.oid::regconfig, nth, line
     from pg_ts_config c cross join lateral (select 0 as nth, format('parser %s owner %s', p.prsname, pg_get_userbyid(c.cfgowner)) || ${comment('c.oid', 'pg_ts_config')} as line
           from pg_ts_parser p where p.oid = c.cfgparser
         union all select 1 + m.mapseqno, format('%s with %s', (select k.alias from ts_token_type(c.cfgparser) k where k.tokid = m.maptokentype), m.mapdict::regdictionary)
           from pg_ts_config_map m where m.mapcfg = c.oid) as lines
    where ${visible('c.oid', 'pg_ts_config', 'c.cfgnamespace')}`,
    `select 'text search dictionary ' || d.oid::regdictionary, 0, concat_ws(' ', 'template', t.tmplname, 'options ' || d.dictinitoption, 'owner', pg_get_userbyid(d.dictowner))
        || ${comment('d.oid', 'pg_ts_dict')}
     from pg_ts_dict d join pg_ts_template t on t.oid = d.dicttemplate where ${visible('d.oid', 'pg_ts_dict', 'd.dictnamespace')}`,
    `select 'text search parser ' || p.prsnamespace::regnamespace || '.' || quote_ident(p.prsname), 0, format('%s %s %s %s %s', p.prsstart, p.prstoken, p.prsend, p.prsheadline, p.prslextype)
     from pg_ts_parser p where ${visible('p.oid', 'pg_ts_parser', 'p.prsnamespace')}`,
    `select 'text search template ' || t.tmplnamespace::regnamespace || '.' || quote_ident(t.tmplname), 0, format('%s %s', t.tmplinit, t.tmpllexize)
     from pg_ts_template t where ${visible('t.oid', 'pg_ts_template', 't.tmplnamespace')}`,
    `select 'foreign-data wrapper ' || quote_ident(w.fdwname), 0, concat_ws(' ', 'handler ' || nullif(w.fdwhandler, 0)::regproc, 'validator ' || nullif(w.fdwvalidator, 0)::regproc,
        'options ' || w.fdwoptions::text, 'owner', pg_get_userbyid(w.fdwowner)) || ${rights('w.fdwacl', `'F'`, 'w.fdwowner')} || ${comment('w.oid', 'pg_foreign_data_wrapper')}
     from pg_foreign_data_wrapper w`,
    `select 'server ' || quote_ident(s.srvname), 0, concat_ws(' ', 'wrapper', w.fdwname, 'type ' || s.srvtype, 'version ' || s.srvversion, 'options ' || s.srvoptions::text,
        'owner', pg_get_userbyid(s.srvowner)) || ${rights('s.srvacl', `'S'`, 's.srvowner')} || ${comment('s.oid', 'pg_foreign_server')}
     from pg_foreign_server s join pg_foreign_data_wrapper w on w.oid = s.srvfdw`,
    `select 'user mapping of ' || quote_ident(m.usename) || ' at ' || quote_ident(m.srvname), 0, concat_ws(' ', 'is there', 'options #' || left(md5(m.umoptions::text), 8)) from pg_user_mappings m`,
    `select 'publication ' || quote_ident(p.pubname), 0, format('all %s insert %s update %s delete %s truncate %s root %s owner %s', p.puballtables, p.pubinsert,
        p.pubupdate, p.pubdelete, p.pubtruncate, p.pubviaroot, pg_get_userbyid(p.pubowner)) || ${comment('p.oid', 'pg_publication')} from pg_publication p`,
    `select 'publication ' || quote_ident(t.pubname), 1, 'table ' || quote_ident(t.schemaname) || '.' || quote_ident(t.tablename)
        || coalesce(' columns ' || (to_jsonb(t)->>'attnames'), '') || coalesce(' where ' || (to_jsonb(t)->>'rowfilter'), '') from pg_publication_tables t`,
    `select 'subscription ' || quote_ident(s.subname), 0, format('enabled %s slot %s publications %s owner %s', s.subenabled, s.subslotname, s.subpublications, pg_get_userbyid(s.subowner))
     from pg_subscription s join pg_database d on d.oid = s.subdbid where d.datname = current_database()`,
    `select 'default privileges of ' || pg_get_userbyid(d.defaclrole) || coalesce(' in ' || nullif(d.defaclnamespace, 0)::regnamespace, ''), 0,
        'for ' || d.defaclobjtype::text || coalesce(' grants ' || pg_temp.acl_list(d.defaclacl), '') from pg_default_acl d`,
    `select l.objtype || ' ' || l.objname, 9500, 'security label ' || l.provider || ' ' || quote_literal(l.label) from pg_seclabels l`,
    `select 'role ' || quote_ident(r.rolname), nth, line
     from pg_roles r cross join lateral (select 0 as nth, concat_ws(' ', case when r.rolsuper then 'superuser' end, case when not r.rolinherit then 'noinherit' end,
           case when r.rolcreaterole then 'createrole' end, case when r.rolcreatedb then 'createdb' end, case when r.rolcanlogin then 'login' end,
           case when r.rolreplication then 'replication' end, case when r.rolbypassrls then 'bypassrls' end, 'connections ' || r.rolconnlimit) as line
         union all select distinct 1, 'in ' || quote_ident(pg_get_userbyid(m.roleid)) || case when m.admin_option then ' with admin' else '' end from pg_auth_members m where m.member = r.oid
         union all select 2, pg_temp.setting_words(setting) from pg_db_role_setting s, unnest(s.setconfig) setting
                    where s.setrole = r.oid and s.setdatabase in (0, (select d.oid from pg_database d where d.datname = current_database()))) as lines
    where r.rolname !~ '^pg_'`,
    `select 'the database', nth, line
     from pg_database d cross join lateral (select 0 as nth, 'owner ' || pg_get_userbyid(d.datdba) || ${rights('d.datacl', `'d'`, 'd.datdba')}
           || coalesce(' comment ' || quote_literal(shobj_description(d.oid, 'pg_database')), '') as line
         union all select 1, pg_temp.setting_words(setting) from pg_db_role_setting s, unnest(s.setconfig) setting where s.setrole = 0 and s.setdatabase = d.oid) as lines
    where d.datname = current_database()`,
];

;// CONCATENATED MODULE: ./packages/postgres/lib/schema/catalog.js


const CATALOG = [
    `select 'schema ' || quote_ident(n.nspname), 0, 'owner ' || pg_get_userbyid(n.nspowner) || ${rights('n.nspacl', `'n'`, 'n.nspowner')} || ${comment('n.oid', 'pg_namespace')}
     from pg_namespace n where ${visibleSchema('n.oid')}`,
    `select ${relationName('c')}, 0, concat_ws(' ', 'owner', pg_get_userbyid(c.relowner),
        case c.relpersistence when 'u' then 'unlogged' end,
        case when c.relrowsecurity then 'row-security' end, case when c.relforcerowsecurity then 'forced' end,
        'options ' || ${options('c.reloptions')}, 'toast-options ' || (select ${options('x.reloptions')} from pg_class x where x.oid = c.reltoastrelid),
        case when not c.relispopulated then 'not populated' end,
        'access-method ' || (select amname from pg_am where oid = c.relam and c.relkind in ('r', 'm', 'p')),
        'tablespace ' || (select spcname from pg_tablespace where oid = c.reltablespace),
        case when c.relreplident <> 'd' and c.relkind in ('r', 'p') then 'replica-identity ' || c.relreplident::text end,
        'partition-by ' || pg_get_partkeydef(c.oid), 'partition ' || pg_get_expr(c.relpartbound, c.oid),
        'of-type ' || nullif(c.reloftype, 0)::regtype::text) || ${rights('c.relacl', `case c.relkind when 'S' then 's' else 'r' end`, 'c.relowner')} || ${comment('c.oid', 'pg_class')}
        || coalesce((select ${rights('t.typacl', `'T'`, 't.typowner')} || ${comment('t.oid', 'pg_type')} from pg_type t where c.relkind = 'c' and t.oid = c.reltype), '')
     from pg_class c where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S', 'c') and ${visible('c.oid', 'pg_class', 'c.relnamespace')}`,
    `select ${relationName('c')}, 1, 'inherits ' || i.inhseqno || ' ' || i.inhparent::regclass
     from pg_inherits i join pg_class c on c.oid = i.inhrelid where c.relkind in ('r', 'p', 'f') and ${visible('c.oid', 'pg_class', 'c.relnamespace')}`,
    `select ${relationName('c')}, 100 + row_number() over (partition by c.oid order by a.attnum), concat_ws(' ',
        'column', row_number() over (partition by c.oid order by a.attnum), quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
        case when a.attcollation <> t.typcollation then 'collate ' || a.attcollation::regcollation end,
        case when a.attnotnull then 'not null' end,
        case when a.attgenerated <> '' then 'generated ' || a.attgenerated::text || ' ' else 'default ' end || pg_get_expr(d.adbin, d.adrelid),
        case when a.attidentity <> '' then 'identity ' || a.attidentity::text end,
        case when a.attstorage <> t.typstorage then 'storage ' || a.attstorage::text end,
        nullif('compression ' || coalesce(to_jsonb(a)->>'attcompression', ''), 'compression '),
        case when coalesce(a.attstattarget, -1) <> -1 then 'statistics ' || a.attstattarget end,
        'options ' || ${options('a.attoptions')}, 'options ' || a.attfdwoptions::text) || ${rights('a.attacl', `'c'`, 'c.relowner')} ||
        coalesce((select ' comment ' || quote_literal(said.description) from pg_description said where said.objoid = c.oid and said.classoid = 'pg_class'::regclass and said.objsubid = a.attnum), '')
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       join pg_type t on t.oid = a.atttypid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relkind in ('r', 'p', 'v', 'm', 'f', 'c') and ${visible('c.oid', 'pg_class', 'c.relnamespace')}`,
    `select ${relationName('c')}, 9000, 'as ' || pg_get_viewdef(c.oid)
     from pg_class c where c.relkind in ('v', 'm') and ${visible('c.oid', 'pg_class', 'c.relnamespace')}`,
    `select ${relationName('c')}, 9000, 'server ' || s.srvname || coalesce(' options ' || f.ftoptions::text, '')
     from pg_foreign_table f join pg_class c on c.oid = f.ftrelid join pg_foreign_server s on s.oid = f.ftserver
    where ${visible('c.oid', 'pg_class', 'c.relnamespace')}`,
    `select ${relationName('c')}, 9000, format('as %s start %s increment %s min %s max %s cache %s cycle %s', s.seqtypid::regtype,
        s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle) ||
        coalesce((select ' owned by ' || d.refobjid::regclass || '.' || a.attname from pg_depend d
                    join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
                   where d.classid = 'pg_class'::regclass and d.objid = s.seqrelid and d.deptype in ('a', 'i') and d.refobjsubid > 0), '')
     from pg_sequence s join pg_class c on c.oid = s.seqrelid where ${visible('c.oid', 'pg_class', 'c.relnamespace')}`,
    `select 'constraint ' || quote_ident(o.conname) || ' on ' || coalesce(nullif(o.conrelid, 0)::regclass::text, o.contypid::regtype::text), 0,
        pg_get_constraintdef(o.oid) || case when o.convalidated then '' else ' (not validated)' end || ${comment('o.oid', 'pg_constraint')}
     from pg_constraint o where o.contype <> 'n' and ${visibleSchema('o.connamespace')} and not (${ofExtension('o.conrelid', 'pg_class')})
       and not (${ofExtension('o.contypid', 'pg_type')})`,
    `select 'index ' || i.indexrelid::regclass, 0, case when c.reloptions is null then pg_get_indexdef(i.indexrelid)
          else regexp_replace(pg_get_indexdef(i.indexrelid), ' WITH \\([^()]*\\)(?= TABLESPACE | WHERE |$)', '') end || case when i.indisvalid then '' else ' (invalid)' end
        || case when i.indisclustered then ' (clustered)' else '' end || case when i.indisreplident then ' (replica identity)' else '' end
        || coalesce(' options ' || ${options('c.reloptions')}, '')
        || coalesce((select ' statistics ' || string_agg(a.attnum || ':' || a.attstattarget, ' ' order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attstattarget >= 0), '')
        || ${comment('c.oid', 'pg_class')}
     from pg_index i join pg_class c on c.oid = i.indexrelid where ${visible('i.indrelid', 'pg_class', 'c.relnamespace')}`,
    `select 'trigger ' || quote_ident(t.tgname) || ' on ' || t.tgrelid::regclass, 0, pg_get_triggerdef(t.oid) || ' enabled ' || t.tgenabled::text
        || ${comment('t.oid', 'pg_trigger')}
     from pg_trigger t join pg_class c on c.oid = t.tgrelid where not t.tgisinternal and ${visible('c.oid', 'pg_class', 'c.relnamespace')}`,
    `select 'constraint ' || quote_ident(o.conname) || ' on ' || o.conrelid::regclass, 1,
        'triggers ' || string_agg(t.tgfoid::regproc || ' on ' || t.tgrelid::regclass || ' enabled ' || t.tgenabled::text, ', ' order by t.tgfoid, t.tgrelid::regclass::text)
     from pg_trigger t join pg_constraint o on o.oid = t.tgconstraint where t.tgisinternal and t.tgenabled <> 'O' and ${visibleSchema('o.connamespace')}
       and not (${ofExtension('o.conrelid', 'pg_class')}) group by o.oid, o.conname, o.conrelid`,
    `select 'policy ' || quote_ident(p.polname) || ' on ' || p.polrelid::regclass, 0, concat_ws(' ', case when p.polpermissive then 'permissive' else 'restrictive' end,
        'for ' || p.polcmd::text, 'to ' || (select string_agg(case when r = 0 then 'public' else pg_get_userbyid(r) end, ', ' order by 1) from unnest(p.polroles) r),
        'using ' || pg_get_expr(p.polqual, p.polrelid), 'check ' || pg_get_expr(p.polwithcheck, p.polrelid)) || ${comment('p.oid', 'pg_policy')}
     from pg_policy p join pg_class c on c.oid = p.polrelid where ${visible('c.oid', 'pg_class', 'c.relnamespace')}`,
    `select 'rule ' || quote_ident(r.rulename) || ' on ' || r.ev_class::regclass, 0, pg_get_ruledef(r.oid) || ' enabled ' || r.ev_enabled::text || ${comment('r.oid', 'pg_rewrite')}
     from pg_rewrite r join pg_class c on c.oid = r.ev_class where r.rulename <> '_RETURN' and ${visible('c.oid', 'pg_class', 'c.relnamespace')}`,
    `select 'statistics ' || s.stxnamespace::regnamespace || '.' || quote_ident(s.stxname), 0, concat_ws(' ', pg_get_statisticsobjdef(s.oid), 'owner', pg_get_userbyid(s.stxowner),
        case when s.stxstattarget >= 0 then 'target ' || s.stxstattarget end) || ${comment('s.oid', 'pg_statistic_ext')} from pg_statistic_ext s where ${visibleSchema('s.stxnamespace')}`,
    `select case p.prokind when 'p' then 'procedure ' else 'function ' end || p.oid::regprocedure, 0,
        pg_get_functiondef(p.oid) || ' owner ' || pg_get_userbyid(p.proowner) || ${rights('p.proacl', `'f'`, 'p.proowner')} || ${comment('p.oid', 'pg_proc')}
     from pg_proc p where p.prokind <> 'a' and ${visible('p.oid', 'pg_proc', 'p.pronamespace')}`,
    `select 'aggregate ' || p.oid::regprocedure, 0, format('%s state %s final %s initial %s combine %s moving %s kind %s sort %s volatile %s parallel %s', a.aggtransfn::regproc,
        format_type(a.aggtranstype, null), nullif(a.aggfinalfn, 0)::regproc, a.agginitval, nullif(a.aggcombinefn, 0)::regproc, nullif(a.aggmtransfn, 0)::regproc, a.aggkind,
        nullif(a.aggsortop, 0)::regoperator, p.provolatile, p.proparallel) || ' owner ' || pg_get_userbyid(p.proowner) || ${rights('p.proacl', `'f'`, 'p.proowner')} || ${comment('p.oid', 'pg_proc')}
     from pg_proc p join pg_aggregate a on a.aggfnoid = p.oid where ${visible('p.oid', 'pg_proc', 'p.pronamespace')}`,
    `select 'type ' || t.oid::regtype, 0, 'owner ' || pg_get_userbyid(t.typowner) || ${rights('t.typacl', `'T'`, 't.typowner')} || ${comment('t.oid', 'pg_type')}
     from pg_type t where t.typtype in ('e', 'd', 'r') and ${visible('t.oid', 'pg_type', 't.typnamespace')}`,
    `select 'type ' || t.oid::regtype, row_number() over (partition by t.oid order by e.enumsortorder),
        'label ' || row_number() over (partition by t.oid order by e.enumsortorder) || ' ' || quote_literal(e.enumlabel)
     from pg_enum e join pg_type t on t.oid = e.enumtypid where ${visible('t.oid', 'pg_type', 't.typnamespace')}`,
    `select 'type ' || t.oid::regtype, 1, concat_ws(' ', 'domain over', format_type(t.typbasetype, t.typtypmod), case when t.typnotnull then 'not null' end,
        'default ' || t.typdefault) from pg_type t where t.typtype = 'd' and ${visible('t.oid', 'pg_type', 't.typnamespace')}`,
    `select 'type ' || t.oid::regtype, 1, concat_ws(' ', 'range over', r.rngsubtype::regtype, 'collate ' || nullif(r.rngcollation, 0)::regcollation,
        'difference ' || nullif(r.rngsubdiff, 0)::regproc, 'canonical ' || nullif(r.rngcanonical, 0)::regproc) from pg_range r join pg_type t on t.oid = r.rngtypid
    where ${visible('t.oid', 'pg_type', 't.typnamespace')}`,
    ...OBJECTS,
];

;// CONCATENATED MODULE: ./packages/postgres/lib/schema/describe-schema.js


const PREPARE = `set local search_path = ''; set local jit = off; ${CATALOG_FUNCTIONS}`;
async function readSchema(session, without = []) {
    await session.rows(`begin; ${PREPARE}`);
    try {
        return await read(session, without);
    }
    finally {
        if (!session.lost)
            await session.send('rollback');
    }
}
async function readSchemaWithin(session, without = []) {
    await session.rows(PREPARE);
    return read(session, without);
}
async function read(session, without) {
    const rows = await session.rows(catalogTables(without) + CATALOG.join(' union all '));
    const found = rows.map(([object, nth, line]) => ({ object: object ?? '', nth: Number(nth), line: line ?? '' }));
    found.sort((a, b) => order(a.object, b.object) || a.nth - b.nth || order(a.line, b.line));
    const schema = new Map();
    for (const { object, line } of found) {
        const lines = schema.get(object);
        if (lines === undefined)
            schema.set(object, line.split('\n'));
        else
            lines.push(...line.split('\n'));
    }
    return schema;
}
function order(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
function compareSchemas(before, after) {
    const objects = [...new Set([...before.keys(), ...after.keys()])].sort(order);
    return objects.flatMap((object) => {
        const old = before.get(object);
        const now = after.get(object);
        if (old === undefined)
            return [{ object, kind: 'extra', lines: (now ?? []).map((line) => `+ ${line}`) }];
        if (now === undefined)
            return [{ object, kind: 'missing', lines: old.map((line) => `- ${line}`) }];
        const lines = [
            ...old.filter((line) => !now.includes(line)).map((line) => `- ${line}`),
            ...now.filter((line) => !old.includes(line)).map((line) => `+ ${line}`),
        ];
        const same = old.length === now.length && old.every((line, i) => line === now[i]);
        return same ? [] : [{ object, kind: 'changed', lines: lines.length > 0 ? lines : ['the order of its lines'] }];
    });
}


/***/ })

};
