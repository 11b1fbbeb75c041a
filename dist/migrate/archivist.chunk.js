export const id=995;export const ids=[995];export const modules={596310:((e,t,a)=>{a.d(t,{ZS:()=>i,eM:()=>s,wA:()=>m});var n=a(247753),o=a(567526),l=a(938493),r=a(982996);let i="lockstep_archive";function s(e,t){let a=new Map(e.threats.map(({relation:e})=>[e.oid,e])),n=[],s=[],m=new Set;for(let c of a.values()){let a=e.losses.filter(e=>(function({kind:e,object:t},{columns:a,name:n}){return"numbers"!==e&&"untestable"!==e&&(t===n||[...a.values()].some(e=>t===`${n}.${e.name}`))})(e,c));for(let e of a)m.add(e);if(0===a.length)continue;let _=function(e,t,{after:a,before:n,own:s,threats:c},u){if(r.h.includes(e.oid))return"large-object";if("foreign"===e.kind)return"foreign-table";if("view"===e.kind)return"view";if(e.plainName.startsWith(`${i}.`))return"own-schema";if(void 0===u)return"untestable";if(t.some(({kind:e})=>"unlogged"===e))return"unlogged";if([...e.columns.values()].some(({name:e})=>e.startsWith("_lockstep_")))return"reserved-name";let{aboutRows:m,target:_}=u,f=a.get(e.oid),h={relation:e,target:_,aboutRows:m,condition:(0,l.p6)(s,e)};if(void 0===f){let t=u.keys.find(t=>void 0!==g(e,t))??[];return{...h,kind:"rows",columns:d(e,u),key:t,dropped:[]}}let w=u.keys.find(t=>(function(e,t,a){let n=g(e,a);return n?.every(a=>t.columns.get(a)?.shape===e.columns.get(a)?.shape)===!0})(e,f,t)),b=c.toSorted(p).flatMap(a=>"column"===a.kind&&a.relation.oid===e.oid&&t.some(({kind:t,object:n})=>"column"===t&&n===`${e.name}.${a.column.name}`)?[{name:a.column.name,condition:`(${(0,o.pT)(a,s)})`}]:[]),v=t.filter(({kind:e})=>"column"!==e);if(0===v.length){if(void 0===w)return"no-key";let t=new Set([...w,...b.map(({name:e})=>e)]),a=d(e,u).filter(({name:e})=>t.has(e)),n=b.map(e=>e.condition).join(" or ");return{...h,kind:"values",columns:a,key:w,dropped:b,condition:n}}let y=f.filenode===e.filenode&&f.updated>(n.get(e.oid)?.updated??0),k=0===b.length&&!y&&v.every(({kind:e})=>"rows"===e);return void 0!==w||k?{...h,kind:"mixed",columns:d(e,u),key:w??[],dropped:b}:"no-key"}(c,a,e,t.get(c.oid));"string"==typeof _?n.push(u(c.name,_)):s.push(_)}for(let t of e.losses)m.has(t)||n.push(u(t.object,c[t.kind]??"untestable"));let[_,...f]=n;return void 0===_?{kind:"copy",copies:s}:{kind:"refuse",refusals:[_,...f]}}let c={numbers:"sequence",foreign:"foreign-table",refresh:"view",type:"labels"};function u(e,t){return{kind:"not-possible",object:e,because:t}}function p(e,t){return("attnum"in e?e.attnum:0)-("attnum"in t?t.attnum:0)}function d({columns:e},t){return[...e].sort(([e],[t])=>e-t).flatMap(([e,{generated:a,name:o,type:l}])=>{if(a)return[];let{hasOwnCollation:r,keepsType:i}=t.columns.get(e)??{hasOwnCollation:!1,keepsType:!1},s=i?`t.${(0,n.Cv)(o)}`:`t.${(0,n.Cv)(o)}::pg_catalog.text`;return[{name:o,type:l,asText:!i,sql:r?`(${s} collate pg_catalog."default")`:s}]})}function g({columns:e},t){let a=t.map(t=>[...e].find(([,e])=>e.name===t&&!e.generated)?.[0]);return a.every(e=>void 0!==e)?a:void 0}function m(e){let t=e.map(({condition:e,name:t})=>`case when ${e} then ${(0,n.eu)(t)} end`);return 0===t.length?"'{}'::pg_catalog.text[]":`pg_catalog.array_remove(array[${t.join(", ")}]::pg_catalog.text[], null)`}}),420829:((e,t,a)=>{a.d(t,{GJ:()=>r,NW:()=>p,_t:()=>l,cX:()=>s});var n=a(247753),o=a(596310);let l=`${o.ZS}.archives`,r=`${o.ZS}.restores`,i=`
create table ${l} (
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
create table ${r} (
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
     where n.nspname = ${(0,n.eu)(o.ZS)}`);if(t?.[0]==="f")return{kind:"schema",because:"taken",who:t[1]??""};if(void 0!==t&&null!==t[2])return"r"===t[2]&&"7"===t[3]?void 0:{kind:"schema",because:"name-taken",who:"what is named archives"};let[a]=await e.rows("select pg_catalog.has_database_privilege(pg_catalog.current_database(), 'create')");if(void 0===t&&a?.[0]!=="t")return{kind:"schema",because:"no-right",who:""};void 0===t&&await e.rows(`create schema ${o.ZS}`),await e.rows(`${i} comment on schema ${o.ZS} is 'Data that rollbacks would have deleted, kept by Lockstep: leave it to its owner'`)}let c=`
  select n.oid, 'schema'::pg_catalog.text as what, n.nspowner as owner, n.nspacl as acl, n.nspname::pg_catalog.text as name
    from pg_catalog.pg_namespace n where n.nspname = ${(0,n.eu)(o.ZS)}
  union all
  select c.oid, case c.relkind when 'S' then 'sequence' else 'table' end, c.relowner, c.relacl, '${o.ZS}.' || pg_catalog.quote_ident(c.relname)
    from pg_catalog.pg_class c
   where c.relnamespace = pg_catalog.to_regnamespace(${(0,n.eu)(o.ZS)}) and c.relkind in ('r', 'p', 'S', 'v', 'm', 'f')`,u=`
  select object.what, object.name,
         case when acl.grantee = 0 then 'public' else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(acl.grantee)) end as grantee
    from (${c}) as object, pg_catalog.aclexplode(object.acl) as acl where acl.grantee <> object.owner`;async function p(e){for(let[t]of(await e.rows(`select c.name from (${c}) as c join pg_catalog.pg_class k on k.oid = c.oid where c.what = 'table' and k.relkind = 'r' and not k.relrowsecurity`)))await e.rows(`alter table ${t} enable row level security`);for(let[t,a,n]of(await e.rows(`select distinct what, name, grantee from (${u}) as g`)))await e.rows(`revoke all on ${t} ${a} from ${n} cascade`);return async function(e){let[t]=await e.rows(`
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
     order by 1 limit 1`);if(void 0!==a)return{kind:"schema",because:"published",who:a[0]??""};let[l]=await async function(e){return e.version<15e4?[]:e.rows(`
    select pg_catalog.quote_ident(p.pubname) from pg_catalog.pg_publication p
      join pg_catalog.pg_publication_namespace s on s.pnpubid = p.oid
     where s.pnnspid = pg_catalog.to_regnamespace(${(0,n.eu)(o.ZS)}) limit 1`)}(e);return void 0===l?void 0:{kind:"schema",because:"published",who:l[0]??""}}(e)}}),577446:((e,t,a)=>{a.d(t,{$0:()=>u,Cv:()=>c,PM:()=>p});var n=a(247753);let o={search_path:"",row_security:"off",timezone:"UTC",datestyle:"ISO, YMD",intervalstyle:"postgres",bytea_output:"hex",extra_float_digits:"3",lc_monetary:"C",xmloption:"content",quote_all_identifiers:"off",standard_conforming_strings:"on"},l=["statement_timeout",...Object.keys(o)],r=["session_authorization","role"];async function i(e){let t=[...r,...l],a=t.map(e=>`pg_catalog.current_setting(${(0,n.eu)(e)})`),[o]=await e.rows(`select ${a.join(", ")}`);return new Map(t.map((e,t)=>[e,o?.[t]??""]))}function s(e,t){return`pg_catalog.set_config(${(0,n.eu)(e)}, ${(0,n.eu)(t.get(e)??"")}, true)`}let c="set local session authorization default; set local role none; "+Object.entries(o).map(([e,t])=>`set local ${e} = ${(0,n.eu)(t)}`).join("; ");async function u(e,t){let a=await i(e);await e.rows(c);let n=await i(e),o=await t(),u=l.map(e=>s(e,a)).join(", ");for(let t of(await e.rows(`select ${u}`),r))a.get(t)!==n.get(t)&&await e.rows(`select ${s(t,a)}`);return o}async function p(e,t,a){let n=t.map(({oid:e})=>e).join(","),o=(await e.rows(`select pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname)
       from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.oid = any ('{${n}}'::pg_catalog.oid[]) and c.relforcerowsecurity and pg_catalog.row_security_active(c.oid)`)).map(e=>e[0]??"");for(let t of o)await e.rows(`set constraints all immediate; alter table only ${t} no force row level security`);let l=await a();for(let t of o)await e.rows(`alter table only ${t} force row level security`);return l}})};
