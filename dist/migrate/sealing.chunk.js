export const id=146;export const ids=[146,995];export const modules={430618:((e,t,a)=>{a.d(t,{i:()=>l});var o=a(247753),n=a(596310),r=a(420829);async function l(e){let[t]=await e.rows(`select pg_catalog.to_regclass(${(0,o.eu)(r._t)}) is not null`);if(t?.[0]!=="t")return[];let a=e=>`pg_catalog.to_char(${e} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;return(await e.rows(`
    select id, version, migration, coalesce(release, ''), source, target, kind, contents, columns, key, dropped, whole, rows, bytes,
           digest, xid, cluster, ${a("at")}, ${a("expires")}, expires <= pg_catalog.clock_timestamp(), restored, direction
      from ${r._t} order by id`)).map(e=>{let t=t=>e[t]??"",a=JSON.parse(t(8));return{id:t(0),direction:"up"===t(21)?"up":"down",version:t(1),migration:t(2),release:t(3),source:t(4),target:t(5),kind:t(6),contents:`${n.ZS}.${t(7)}`,columns:a.map(({as_text:e,name:t,type:a})=>({name:t,type:a,asText:e})),key:JSON.parse(t(9)),dropped:JSON.parse(t(10)),whole:"t"===e[11],rows:Number(t(12)),bytes:Number(t(13)),digest:e[14]??void 0,xid:t(15),cluster:e[16]??void 0,at:t(17),expires:t(18),isExpired:"t"===e[19],restored:null===e[20]?void 0:t(20)}})}}),889155:((e,t,a)=>{a.d(t,{_5:()=>s,n0:()=>l,vW:()=>i});var o=a(247753),n=a(420829),r=a(577446);function l(e){let t=[...e.map(({name:e})=>`a.${(0,o.Cv)(e)}`),"a._lockstep_lost"];return`pg_catalog.count(*) || ' ' || coalesce(pg_catalog.sum(pg_catalog.hashtextextended(row(${t.join(", ")})::pg_catalog.text, 0)::pg_catalog.numeric), 0)`}async function i(e,t){for(let{columns:a,contents:i,digest:s,id:c}of t)void 0===s&&await e.rows(`begin; ${r.Cv}; update ${n._t} set digest = (select ${l(a)} from ${i} a) where id = ${(0,o.eu)(c)} and digest is null; commit`)}async function s(e,t){let{columns:a,contents:n,digest:r,rows:i}=t,[s]=await e.rows(`select pg_catalog.to_regclass(${(0,o.eu)(n)}) is not null`);if(s?.[0]!=="t")return!1;let[c]=await e.rows(`select ${l(a)}, pg_catalog.count(*), pg_catalog.count(distinct a.xmin::pg_catalog.text) from ${n} a`);return Number(c?.[1])===i&&(void 0===r?1>=Number(c?.[2]):c?.[0]===r)}}),596310:((e,t,a)=>{a.d(t,{ZS:()=>i,eM:()=>s,wA:()=>_});var o=a(247753),n=a(567526),r=a(938493),l=a(982996);let i="lockstep_archive";function s(e,t){let a=new Map(e.threats.map(({relation:e})=>[e.oid,e])),o=[],s=[],_=new Set;for(let c of a.values()){let a=e.losses.filter(e=>(function({kind:e,object:t},{columns:a,name:o}){return"numbers"!==e&&"untestable"!==e&&(t===o||[...a.values()].some(e=>t===`${o}.${e.name}`))})(e,c));for(let e of a)_.add(e);if(0===a.length)continue;let m=function(e,t,{after:a,before:o,own:s,threats:c},u){if(l.h.includes(e.oid))return"large-object";if("foreign"===e.kind)return"foreign-table";if("view"===e.kind)return"view";if(e.plainName.startsWith(`${i}.`))return"own-schema";if(void 0===u)return"untestable";if(t.some(({kind:e})=>"unlogged"===e))return"unlogged";if([...e.columns.values()].some(({name:e})=>e.startsWith("_lockstep_")))return"reserved-name";let{aboutRows:_,target:m}=u,w=a.get(e.oid),f={relation:e,target:m,aboutRows:_,condition:(0,r.p6)(s,e)};if(void 0===w){let t=u.keys.find(t=>void 0!==g(e,t))??[];return{...f,kind:"rows",columns:p(e,u),key:t,dropped:[]}}let h=u.keys.find(t=>(function(e,t,a){let o=g(e,a);return o?.every(a=>t.columns.get(a)?.shape===e.columns.get(a)?.shape)===!0})(e,w,t)),b=c.toSorted(d).flatMap(a=>"column"===a.kind&&a.relation.oid===e.oid&&t.some(({kind:t,object:o})=>"column"===t&&o===`${e.name}.${a.column.name}`)?[{name:a.column.name,condition:`(${(0,n.pT)(a,s)})`}]:[]),v=t.filter(({kind:e})=>"column"!==e);if(0===v.length){if(void 0===h)return"no-key";let t=new Set([...h,...b.map(({name:e})=>e)]),a=p(e,u).filter(({name:e})=>t.has(e)),o=b.map(e=>e.condition).join(" or ");return{...f,kind:"values",columns:a,key:h,dropped:b,condition:o}}let $=w.filenode===e.filenode&&w.updated>(o.get(e.oid)?.updated??0),y=0===b.length&&!$&&v.every(({kind:e})=>"rows"===e);return void 0!==h||y?{...f,kind:"mixed",columns:p(e,u),key:h??[],dropped:b}:"no-key"}(c,a,e,t.get(c.oid));"string"==typeof m?o.push(u(c.name,m)):s.push(m)}for(let t of e.losses)_.has(t)||o.push(u(t.object,c[t.kind]??"untestable"));let[m,...w]=o;return void 0===m?{kind:"copy",copies:s}:{kind:"refuse",refusals:[m,...w]}}let c={numbers:"sequence",foreign:"foreign-table",refresh:"view",type:"labels"};function u(e,t){return{kind:"not-possible",object:e,because:t}}function d(e,t){return("attnum"in e?e.attnum:0)-("attnum"in t?t.attnum:0)}function p({columns:e},t){return[...e].sort(([e],[t])=>e-t).flatMap(([e,{generated:a,name:n,type:r}])=>{if(a)return[];let{hasOwnCollation:l,keepsType:i}=t.columns.get(e)??{hasOwnCollation:!1,keepsType:!1},s=i?`t.${(0,o.Cv)(n)}`:`t.${(0,o.Cv)(n)}::pg_catalog.text`;return[{name:n,type:r,asText:!i,sql:l?`(${s} collate pg_catalog."default")`:s}]})}function g({columns:e},t){let a=t.map(t=>[...e].find(([,e])=>e.name===t&&!e.generated)?.[0]);return a.every(e=>void 0!==e)?a:void 0}function _(e){let t=e.map(({condition:e,name:t})=>`case when ${e} then ${(0,o.eu)(t)} end`);return 0===t.length?"'{}'::pg_catalog.text[]":`pg_catalog.array_remove(array[${t.join(", ")}]::pg_catalog.text[], null)`}}),420829:((e,t,a)=>{a.d(t,{GJ:()=>l,NW:()=>d,_t:()=>r,cX:()=>s});var o=a(247753),n=a(596310);let r=`${n.ZS}.archives`,l=`${n.ZS}.restores`,i=`
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
create table ${l} (
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
     where n.nspname = ${(0,o.eu)(n.ZS)}`);if(t?.[0]==="f")return{kind:"schema",because:"taken",who:t[1]??""};if(void 0!==t&&null!==t[2])return"r"===t[2]&&"7"===t[3]?void 0:{kind:"schema",because:"name-taken",who:"what is named archives"};let[a]=await e.rows("select pg_catalog.has_database_privilege(pg_catalog.current_database(), 'create')");if(void 0===t&&a?.[0]!=="t")return{kind:"schema",because:"no-right",who:""};void 0===t&&await e.rows(`create schema ${n.ZS}`),await e.rows(`${i} comment on schema ${n.ZS} is 'Data that rollbacks would have deleted, kept by Lockstep: leave it to its owner'`)}let c=`
  select n.oid, 'schema'::pg_catalog.text as what, n.nspowner as owner, n.nspacl as acl, n.nspname::pg_catalog.text as name
    from pg_catalog.pg_namespace n where n.nspname = ${(0,o.eu)(n.ZS)}
  union all
  select c.oid, case c.relkind when 'S' then 'sequence' else 'table' end, c.relowner, c.relacl, '${n.ZS}.' || pg_catalog.quote_ident(c.relname)
    from pg_catalog.pg_class c
   where c.relnamespace = pg_catalog.to_regnamespace(${(0,o.eu)(n.ZS)}) and c.relkind in ('r', 'p', 'S', 'v', 'm', 'f')`,u=`
  select object.what, object.name,
         case when acl.grantee = 0 then 'public' else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(acl.grantee)) end as grantee
    from (${c}) as object, pg_catalog.aclexplode(object.acl) as acl where acl.grantee <> object.owner`;async function d(e){for(let[t]of(await e.rows(`select c.name from (${c}) as c join pg_catalog.pg_class k on k.oid = c.oid where c.what = 'table' and k.relkind = 'r' and not k.relrowsecurity`)))await e.rows(`alter table ${t} enable row level security`);for(let[t,a,o]of(await e.rows(`select distinct what, name, grantee from (${u}) as g`)))await e.rows(`revoke all on ${t} ${a} from ${o} cascade`);return async function(e){let[t]=await e.rows(`
    select name || ' to ' || grantee from (${u}) as g
    union all
    select '${n.ZS}.' || c.relname || '.' || a.attname || ' to others' from pg_catalog.pg_attribute a
      join pg_catalog.pg_class c on c.oid = a.attrelid
     where c.relnamespace = pg_catalog.to_regnamespace(${(0,o.eu)(n.ZS)}) and a.attacl is not null
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
     where s.pnnspid = pg_catalog.to_regnamespace(${(0,o.eu)(n.ZS)}) limit 1`)}(e);return void 0===r?void 0:{kind:"schema",because:"published",who:r[0]??""}}(e)}}),610771:((e,t,a)=>{a.r(t),a.d(t,{readArchives:()=>o.i,sealArchives:()=>n.vW});var o=a(430618),n=a(889155)}),577446:((e,t,a)=>{a.d(t,{$0:()=>u,Cv:()=>c,PM:()=>d});var o=a(247753);let n={search_path:"",row_security:"off",timezone:"UTC",datestyle:"ISO, YMD",intervalstyle:"postgres",bytea_output:"hex",extra_float_digits:"3",lc_monetary:"C",xmloption:"content",quote_all_identifiers:"off",standard_conforming_strings:"on"},r=["statement_timeout",...Object.keys(n)],l=["session_authorization","role"];async function i(e){let t=[...l,...r],a=t.map(e=>`pg_catalog.current_setting(${(0,o.eu)(e)})`),[n]=await e.rows(`select ${a.join(", ")}`);return new Map(t.map((e,t)=>[e,n?.[t]??""]))}function s(e,t){return`pg_catalog.set_config(${(0,o.eu)(e)}, ${(0,o.eu)(t.get(e)??"")}, true)`}let c="set local session authorization default; set local role none; "+Object.entries(n).map(([e,t])=>`set local ${e} = ${(0,o.eu)(t)}`).join("; ");async function u(e,t){let a=await i(e);await e.rows(c);let o=await i(e),n=await t(),u=r.map(e=>s(e,a)).join(", ");for(let t of(await e.rows(`select ${u}`),l))a.get(t)!==o.get(t)&&await e.rows(`select ${s(t,a)}`);return n}async function d(e,t,a){let o=t.map(({oid:e})=>e).join(","),n=(await e.rows(`select pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname)
       from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.oid = any ('{${o}}'::pg_catalog.oid[]) and c.relforcerowsecurity and pg_catalog.row_security_active(c.oid)`)).map(e=>e[0]??"");for(let t of n)await e.rows(`set constraints all immediate; alter table only ${t} no force row level security`);let r=await a();for(let t of n)await e.rows(`alter table only ${t} force row level security`);return r}})};
