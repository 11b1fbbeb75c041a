import { comment, ofExtension, rights, visible } from './catalog-words.ts';

/** What belongs to no table, type or routine; queries as those of CATALOG, in the words of catalog-words.ts. */
export const OBJECTS: readonly string[] = [
  `select 'extension ' || quote_ident(e.extname), 0, 'version ' || e.extversion || ' schema ' || e.extnamespace::regnamespace || ${comment('e.oid', 'pg_extension')}
     from pg_extension e`,
  `select 'event trigger ' || quote_ident(t.evtname), 0, format('on %s tags %s execute %s enabled %s owner %s', t.evtevent, t.evttags, t.evtfoid::regproc, t.evtenabled,
        pg_get_userbyid(t.evtowner)) || ${comment('t.oid', 'pg_event_trigger')}
     from pg_event_trigger t where not ${ofExtension('t.oid', 'pg_event_trigger')}`,

  // Operators and casts
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

  // Languages and texts
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

  // Other servers. Options of user mappings, and settings, may be secrets: only whether they are the same is shown.
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

  // Rights
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
