export const id=602;export const ids=[602,995];export const modules={430618:((e,t,a)=>{a.d(t,{i:()=>i});var n=a(247753),o=a(596310),r=a(420829);async function i(e){let[t]=await e.rows(`select pg_catalog.to_regclass(${(0,n.eu)(r._t)}) is not null`);if(t?.[0]!=="t")return[];let a=e=>`pg_catalog.to_char(${e} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;return(await e.rows(`
    select id, version, migration, coalesce(release, ''), source, target, kind, contents, columns, key, dropped, whole, rows, bytes,
           digest, xid, cluster, ${a("at")}, ${a("expires")}, expires <= pg_catalog.clock_timestamp(), restored, direction
      from ${r._t} order by id`)).map(e=>{let t=t=>e[t]??"",a=JSON.parse(t(8));return{id:t(0),direction:"up"===t(21)?"up":"down",version:t(1),migration:t(2),release:t(3),source:t(4),target:t(5),kind:t(6),contents:`${o.ZS}.${t(7)}`,columns:a.map(({as_text:e,name:t,type:a})=>({name:t,type:a,asText:e})),key:JSON.parse(t(9)),dropped:JSON.parse(t(10)),whole:"t"===e[11],rows:Number(t(12)),bytes:Number(t(13)),digest:e[14]??void 0,xid:t(15),cluster:e[16]??void 0,at:t(17),expires:t(18),isExpired:"t"===e[19],restored:null===e[20]?void 0:t(20)}})}}),889155:((e,t,a)=>{a.d(t,{_5:()=>s,n0:()=>i,vW:()=>l});var n=a(247753),o=a(420829),r=a(577446);function i(e){let t=[...e.map(({name:e})=>`a.${(0,n.Cv)(e)}`),"a._lockstep_lost"];return`pg_catalog.count(*) || ' ' || coalesce(pg_catalog.sum(pg_catalog.hashtextextended(row(${t.join(", ")})::pg_catalog.text, 0)::pg_catalog.numeric), 0)`}async function l(e,t){for(let{columns:a,contents:l,digest:s,id:c}of t)void 0===s&&await e.rows(`begin; ${r.Cv}; update ${o._t} set digest = (select ${i(a)} from ${l} a) where id = ${(0,n.eu)(c)} and digest is null; commit`)}async function s(e,t){let{columns:a,contents:o,digest:r,rows:l}=t,[s]=await e.rows(`select pg_catalog.to_regclass(${(0,n.eu)(o)}) is not null`);if(s?.[0]!=="t")return!1;let[c]=await e.rows(`select ${i(a)}, pg_catalog.count(*), pg_catalog.count(distinct a.xmin::pg_catalog.text) from ${o} a`);return Number(c?.[1])===l&&(void 0===r?1>=Number(c?.[2]):c?.[0]===r)}}),795158:((e,t,a)=>{a.r(t),a.d(t,{eraseFromArchives:()=>_,extendArchive:()=>m,listArchives:()=>d,pruneArchives:()=>p,removeArchive:()=>g});var n=a(203906),o=a(247753),r=a(573145),i=a(319709),l=a(430618),s=a(889155),c=a(420829),u=a(577446);function d(e){return(0,i.mp)(e,({session:e})=>(0,l.i)(e))}function p(e,{dryRun:t}){return t?d(e).then(e=>e.filter(({isExpired:e})=>e)):(0,i.T4)(e,{creates:!1},async e=>{let t=(await (0,l.i)(e.session)).filter(({isExpired:e})=>e);for(let a of t)await f(e,a,"prune-archive","its time is over");return t})}function g(e,t,{because:a,dryRun:n=!1}){return n?(0,i.mp)(e,({session:e})=>w(e,t)):(0,i.T4)(e,{creates:!1},async e=>{let n=await w(e.session,t);return await f(e,n,"remove-archive",a),n})}function m(e,t,{because:a,dryRun:n=!1,keepMs:l}){return n?(0,i.mp)(e,({session:e})=>w(e,t)):(0,i.T4)(e,{creates:!1},async({session:n})=>{let i=await w(n,t),s=`pg_catalog.clock_timestamp() + ${(0,o.eu)(`${l} milliseconds`)}::pg_catalog.interval`,d=`pg_catalog.jsonb_build_object('at', pg_catalog.clock_timestamp(), 'by', ${(0,o.eu)(e.provenance.actor)}::text, 'because', ${(0,o.eu)(a)}::text)`,p=(0,r.Ul)({kind:"extend-archive",version:i.version,by:e.provenance,detail:{archive:t,because:a,keepMs:l}});return await n.rows(`begin; ${u.Cv}; update ${c._t} set expires = greatest(expires, ${s}), extended = extended || ${d} where id = ${(0,o.eu)(t)}; ${p} commit`),w(n,t)})}function _(e,t,{because:a,dryRun:n}){return(0,i.T4)(e,{creates:!1},async e=>{let i=[];for(let d of(await (0,l.i)(e.session)))for(let[l,p]of t.entries())(function({source:e,target:t},a){let n=a.split(".").map(e=>/^[a-z_][a-z0-9_$]*$/.test(e)?e:(0,o.Cv)(e)).join(".");return[a,n].some(a=>a===e||a===t)})(d,p.table)&&i.push({erasure:l,...await async function({engine:e,session:t},a,{column:n,value:i},{because:l,dryRun:d}){let{columns:p,contents:g,id:m,source:_,version:w}=a,f={id:m,source:_,column:n};if(!p.some(({name:e})=>e===n))return{...f,rows:0,unknown:!0};let h=`${(0,o.Cv)(n)}::pg_catalog.text = ${(0,o.eu)(i)}`,[v]=await t.rows(`begin read only; ${u.Cv}; select pg_catalog.count(*) from ${g} where ${h}; commit`),$=Number(v?.[0]);if(d||0===$)return{...f,rows:$,unknown:!1};let b=(0,r.Ul)({kind:"erase-archive",version:w,by:e.provenance,detail:{archive:m,column:n,rows:$,because:l}});return await t.rows(`begin; ${u.Cv}; lock table ${g} in access exclusive mode; delete from ${g} where ${h};
    update ${c._t} set rows = (select pg_catalog.count(*) from ${g}), digest = (select ${(0,s.n0)(p)} from ${g} a) where id = ${(0,o.eu)(m)};
    ${b} commit`),await t.rows(`vacuum full ${g}`),{...f,rows:$,unknown:!1}}(e,d,p,{because:a,dryRun:n})});return i})}async function w(e,t){let a=(await (0,l.i)(e)).find(e=>e.id===t);if(void 0===a)throw new n.dz(`input "archive-id": there is no archive ${t}; command: list-archives shows them`);return a}async function f({engine:e,session:t},{contents:a,id:n,rows:i,source:l,version:s},u,d){let p=(0,r.Ul)({kind:u,version:s,by:e.provenance,detail:{archive:n,source:l,rows:i,because:d}});await t.rows(`begin; drop table if exists ${a}; delete from ${c._t} where id = ${(0,o.eu)(n)}; ${p} commit`)}}),596310:((e,t,a)=>{a.d(t,{ZS:()=>l,eM:()=>s,wA:()=>m});var n=a(247753),o=a(567526),r=a(938493),i=a(982996);let l="lockstep_archive";function s(e,t){let a=new Map(e.threats.map(({relation:e})=>[e.oid,e])),n=[],s=[],m=new Set;for(let c of a.values()){let a=e.losses.filter(e=>(function({kind:e,object:t},{columns:a,name:n}){return"numbers"!==e&&"untestable"!==e&&(t===n||[...a.values()].some(e=>t===`${n}.${e.name}`))})(e,c));for(let e of a)m.add(e);if(0===a.length)continue;let _=function(e,t,{after:a,before:n,own:s,threats:c},u){if(i.h.includes(e.oid))return"large-object";if("foreign"===e.kind)return"foreign-table";if("view"===e.kind)return"view";if(e.plainName.startsWith(`${l}.`))return"own-schema";if(void 0===u)return"untestable";if(t.some(({kind:e})=>"unlogged"===e))return"unlogged";if([...e.columns.values()].some(({name:e})=>e.startsWith("_lockstep_")))return"reserved-name";let{aboutRows:m,target:_}=u,w=a.get(e.oid),f={relation:e,target:_,aboutRows:m,condition:(0,r.p6)(s,e)};if(void 0===w){let t=u.keys.find(t=>void 0!==g(e,t))??[];return{...f,kind:"rows",columns:p(e,u),key:t,dropped:[]}}let h=u.keys.find(t=>(function(e,t,a){let n=g(e,a);return n?.every(a=>t.columns.get(a)?.shape===e.columns.get(a)?.shape)===!0})(e,w,t)),v=c.toSorted(d).flatMap(a=>"column"===a.kind&&a.relation.oid===e.oid&&t.some(({kind:t,object:n})=>"column"===t&&n===`${e.name}.${a.column.name}`)?[{name:a.column.name,condition:`(${(0,o.pT)(a,s)})`}]:[]),$=t.filter(({kind:e})=>"column"!==e);if(0===$.length){if(void 0===h)return"no-key";let t=new Set([...h,...v.map(({name:e})=>e)]),a=p(e,u).filter(({name:e})=>t.has(e)),n=v.map(e=>e.condition).join(" or ");return{...f,kind:"values",columns:a,key:h,dropped:v,condition:n}}let b=w.filenode===e.filenode&&w.updated>(n.get(e.oid)?.updated??0),y=0===v.length&&!b&&$.every(({kind:e})=>"rows"===e);return void 0!==h||y?{...f,kind:"mixed",columns:p(e,u),key:h??[],dropped:v}:"no-key"}(c,a,e,t.get(c.oid));"string"==typeof _?n.push(u(c.name,_)):s.push(_)}for(let t of e.losses)m.has(t)||n.push(u(t.object,c[t.kind]??"untestable"));let[_,...w]=n;return void 0===_?{kind:"copy",copies:s}:{kind:"refuse",refusals:[_,...w]}}let c={numbers:"sequence",foreign:"foreign-table",refresh:"view",type:"labels"};function u(e,t){return{kind:"not-possible",object:e,because:t}}function d(e,t){return("attnum"in e?e.attnum:0)-("attnum"in t?t.attnum:0)}function p({columns:e},t){return[...e].sort(([e],[t])=>e-t).flatMap(([e,{generated:a,name:o,type:r}])=>{if(a)return[];let{hasOwnCollation:i,keepsType:l}=t.columns.get(e)??{hasOwnCollation:!1,keepsType:!1},s=l?`t.${(0,n.Cv)(o)}`:`t.${(0,n.Cv)(o)}::pg_catalog.text`;return[{name:o,type:r,asText:!l,sql:i?`(${s} collate pg_catalog."default")`:s}]})}function g({columns:e},t){let a=t.map(t=>[...e].find(([,e])=>e.name===t&&!e.generated)?.[0]);return a.every(e=>void 0!==e)?a:void 0}function m(e){let t=e.map(({condition:e,name:t})=>`case when ${e} then ${(0,n.eu)(t)} end`);return 0===t.length?"'{}'::pg_catalog.text[]":`pg_catalog.array_remove(array[${t.join(", ")}]::pg_catalog.text[], null)`}}),420829:((e,t,a)=>{a.d(t,{GJ:()=>i,NW:()=>d,_t:()=>r,cX:()=>s});var n=a(247753),o=a(596310);let r=`${o.ZS}.archives`,i=`${o.ZS}.restores`,l=`
create table ${r} (
  id bigint generated always as identity primary key,
  at timestamptz not null default pg_catalog.clock_timestamp(),
  -- What deleted it: the down migration of this version, or (up) the contract migration itself.
  direction text not null,
  -- The migration, and the release that had applied it.
  version text not null,
  migration text not null,
  release text,
  -- Who archived.
  by_release text,
  commit_sha text,
  actor text,
  run text,
  -- The table as it was called then, and where a restore puts its rows.
  source text not null,
  target text not null,
  -- rows, values or mixed, see packages/migrations/src/archive/plan.ts.
  kind text not null,
  contents text not null,
  columns jsonb not null,
  key jsonb not null,
  dropped jsonb not null,
  -- Rows that migrations put there are among them.
  whole boolean not null,
  rows bigint not null,
  bytes bigint not null,
  -- Of all rows, summed up after the commit: whether they were changed since.
  digest text,
  -- The transaction that archived, on this very cluster.
  xid xid8 not null default pg_catalog.pg_current_xact_id(),
  cluster text,
  expires timestamptz not null,
  -- all, partial: a restore brought back all of it, or not yet.
  restored text,
  restored_at timestamptz,
  extended jsonb not null default '[]'
);
-- Transactions that restored something: what they wrote, no user did.
create table ${i} (
  xid xid8 not null primary key default pg_catalog.pg_current_xact_id(),
  archive bigint not null,
  at timestamptz not null default pg_catalog.clock_timestamp()
);
`;async function s(e){let[t]=await e.rows(`
    select pg_catalog.pg_has_role(current_user, n.nspowner, 'usage'), pg_catalog.pg_get_userbyid(n.nspowner), c.relkind,
           (select pg_catalog.count(*) from pg_catalog.pg_attribute a where a.attrelid = c.oid and not a.attisdropped
               and a.attname in ('id', 'version', 'contents', 'columns', 'digest', 'expires', 'extended'))
      from pg_catalog.pg_namespace n
      left join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relname = 'archives'
     where n.nspname = ${(0,n.eu)(o.ZS)}`);if(t?.[0]==="f")return{kind:"schema",because:"taken",who:t[1]??""};if(void 0!==t&&null!==t[2])return"r"===t[2]&&"7"===t[3]?void 0:{kind:"schema",because:"name-taken",who:"what is named archives"};let[a]=await e.rows("select pg_catalog.has_database_privilege(pg_catalog.current_database(), 'create')");if(void 0===t&&a?.[0]!=="t")return{kind:"schema",because:"no-right",who:""};void 0===t&&await e.rows(`create schema ${o.ZS}`),await e.rows(`${l} comment on schema ${o.ZS} is 'Data that rollbacks would have deleted, kept by Lockstep: leave it to its owner'`)}let c=`
  select n.oid, 'schema'::pg_catalog.text as what, n.nspowner as owner, n.nspacl as acl, n.nspname::pg_catalog.text as name
    from pg_catalog.pg_namespace n where n.nspname = ${(0,n.eu)(o.ZS)}
  union all
  select c.oid, case c.relkind when 'S' then 'sequence' else 'table' end, c.relowner, c.relacl, '${o.ZS}.' || pg_catalog.quote_ident(c.relname)
    from pg_catalog.pg_class c
   where c.relnamespace = pg_catalog.to_regnamespace(${(0,n.eu)(o.ZS)}) and c.relkind in ('r', 'p', 'S', 'v', 'm', 'f')`,u=`
  select object.what, object.name,
         case when acl.grantee = 0 then 'public' else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(acl.grantee)) end as grantee
    from (${c}) as object, pg_catalog.aclexplode(object.acl) as acl where acl.grantee <> object.owner`;async function d(e){for(let[t]of(await e.rows(`select c.name from (${c}) as c join pg_catalog.pg_class k on k.oid = c.oid where c.what = 'table' and k.relkind = 'r' and not k.relrowsecurity`)))await e.rows(`alter table ${t} enable row level security`);for(let[t,a,n]of(await e.rows(`select distinct what, name, grantee from (${u}) as g`)))await e.rows(`revoke all on ${t} ${a} from ${n} cascade`);return async function(e){let[t]=await e.rows(`
    select name || ' to ' || grantee from (${u}) as g
    union all
    select '${o.ZS}.' || c.relname || '.' || a.attname || ' to others' from pg_catalog.pg_attribute a
      join pg_catalog.pg_class c on c.oid = a.attrelid
     where c.relnamespace = pg_catalog.to_regnamespace(${(0,n.eu)(o.ZS)}) and a.attacl is not null
    union all
    select o.name || ' has no row level security' from (${c}) as o join pg_catalog.pg_class c on c.oid = o.oid
     where o.what = 'table' and c.relkind = 'r' and not c.relrowsecurity
    union all
    select o.name || ' has a policy' from (${c}) as o join pg_catalog.pg_policy p on p.polrelid = o.oid
    limit 1`);if(void 0!==t)return{kind:"schema",because:"granted",who:t[0]??""};let[a]=await e.rows(`
    select pg_catalog.quote_ident(p.pubname) from pg_catalog.pg_publication p
     where p.puballtables or exists (select from (${c}) as o
             join pg_catalog.pg_publication_rel r on r.prrelid = o.oid and r.prpubid = p.oid)
     order by 1 limit 1`);if(void 0!==a)return{kind:"schema",because:"published",who:a[0]??""};let[r]=await async function(e){return e.version<15e4?[]:e.rows(`
    select pg_catalog.quote_ident(p.pubname) from pg_catalog.pg_publication p
      join pg_catalog.pg_publication_namespace s on s.pnpubid = p.oid
     where s.pnnspid = pg_catalog.to_regnamespace(${(0,n.eu)(o.ZS)}) limit 1`)}(e);return void 0===r?void 0:{kind:"schema",because:"published",who:r[0]??""}}(e)}}),577446:((e,t,a)=>{a.d(t,{$0:()=>u,Cv:()=>c,PM:()=>d});var n=a(247753);let o={search_path:"",row_security:"off",timezone:"UTC",datestyle:"ISO, YMD",intervalstyle:"postgres",bytea_output:"hex",extra_float_digits:"3",lc_monetary:"C",xmloption:"content",quote_all_identifiers:"off",standard_conforming_strings:"on"},r=["statement_timeout",...Object.keys(o)],i=["session_authorization","role"];async function l(e){let t=[...i,...r],a=t.map(e=>`pg_catalog.current_setting(${(0,n.eu)(e)})`),[o]=await e.rows(`select ${a.join(", ")}`);return new Map(t.map((e,t)=>[e,o?.[t]??""]))}function s(e,t){return`pg_catalog.set_config(${(0,n.eu)(e)}, ${(0,n.eu)(t.get(e)??"")}, true)`}let c="set local session authorization default; set local role none; "+Object.entries(o).map(([e,t])=>`set local ${e} = ${(0,n.eu)(t)}`).join("; ");async function u(e,t){let a=await l(e);await e.rows(c);let n=await l(e),o=await t(),u=r.map(e=>s(e,a)).join(", ");for(let t of(await e.rows(`select ${u}`),i))a.get(t)!==n.get(t)&&await e.rows(`select ${s(t,a)}`);return o}async function d(e,t,a){let n=t.map(({oid:e})=>e).join(","),o=(await e.rows(`select pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname)
       from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.oid = any ('{${n}}'::pg_catalog.oid[]) and c.relforcerowsecurity and pg_catalog.row_security_active(c.oid)`)).map(e=>e[0]??"");for(let t of o)await e.rows(`set constraints all immediate; alter table only ${t} no force row level security`);let r=await a();for(let t of o)await e.rows(`alter table only ${t} force row level security`);return r}})};
