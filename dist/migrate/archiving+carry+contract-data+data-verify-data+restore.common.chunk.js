export const id=811;export const ids=[811,995];export const modules={328809:((e,t,a)=>{a.d(t,{D:()=>l,Y:()=>o});var n=a(247753);async function o(e,{direction:t,version:a},n){let i=n.find(e=>e.version===a),{side:s}=i??{};if("up"===t)return void 0===i?await r(e,"down",a):void 0;if(i?.applied!==!0||void 0!==s&&"applied"!==s.state)return;let c=s?.facts?.xids.map(l)??[],u=void 0===s?void 0:await r(e,"up",a),d={horizon:s?.xminHorizon,cluster:s?.cluster};return u?.horizon===void 0?{...d,xids:c}:{...u,xids:[...new Set([...c,...u.xids])]}}async function r(e,t,a){let[o]=await e.rows(`select e.xmin, e.detail->>'horizon', e.detail->>'cluster', e.kind from lockstep.events e
      where e.kind in ('up', 'down', 'adopt', 'repair', 'drop') and e.version = ${(0,n.eu)(a)} order by e.id desc limit 1`);if(o?.[3]===t)return{xids:[o[0]??""],horizon:o[1]??void 0,cluster:o[2]??void 0}}function l(e){return String(4294967295n&BigInt(e))}}),430618:((e,t,a)=>{a.d(t,{i:()=>l});var n=a(247753),o=a(596310),r=a(420829);async function l(e){let[t]=await e.rows(`select pg_catalog.to_regclass(${(0,n.eu)(r._t)}) is not null`);if(t?.[0]!=="t")return[];let a=e=>`pg_catalog.to_char(${e} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;return(await e.rows(`
    select id, version, migration, coalesce(release, ''), source, target, kind, contents, columns, key, dropped, whole, rows, bytes,
           digest, xid, cluster, ${a("at")}, ${a("expires")}, expires <= pg_catalog.clock_timestamp(), restored, direction
      from ${r._t} order by id`)).map(e=>{let t=t=>e[t]??"",a=JSON.parse(t(8));return{id:t(0),direction:"up"===t(21)?"up":"down",version:t(1),migration:t(2),release:t(3),source:t(4),target:t(5),kind:t(6),contents:`${o.ZS}.${t(7)}`,columns:a.map(({as_text:e,name:t,type:a})=>({name:t,type:a,asText:e})),key:JSON.parse(t(9)),dropped:JSON.parse(t(10)),whole:"t"===e[11],rows:Number(t(12)),bytes:Number(t(13)),digest:e[14]??void 0,xid:t(15),cluster:e[16]??void 0,at:t(17),expires:t(18),isExpired:"t"===e[19],restored:null===e[20]?void 0:t(20)}})}}),889155:((e,t,a)=>{a.d(t,{_5:()=>s,n0:()=>l,vW:()=>i});var n=a(247753),o=a(420829),r=a(577446);function l(e){let t=[...e.map(({name:e})=>`a.${(0,n.Cv)(e)}`),"a._lockstep_lost"];return`pg_catalog.count(*) || ' ' || coalesce(pg_catalog.sum(pg_catalog.hashtextextended(row(${t.join(", ")})::pg_catalog.text, 0)::pg_catalog.numeric), 0)`}async function i(e,t){for(let{columns:a,contents:i,digest:s,id:c}of t)void 0===s&&await e.rows(`begin; ${r.Cv}; update ${o._t} set digest = (select ${l(a)} from ${i} a) where id = ${(0,n.eu)(c)} and digest is null; commit`)}async function s(e,t){let{columns:a,contents:o,digest:r,rows:i}=t,[s]=await e.rows(`select pg_catalog.to_regclass(${(0,n.eu)(o)}) is not null`);if(s?.[0]!=="t")return!1;let[c]=await e.rows(`select ${l(a)}, pg_catalog.count(*), pg_catalog.count(distinct a.xmin::pg_catalog.text) from ${o} a`);return Number(c?.[1])===i&&(void 0===r?1>=Number(c?.[2]):c?.[0]===r)}}),596310:((e,t,a)=>{a.d(t,{ZS:()=>i,eM:()=>s,wA:()=>_});var n=a(247753),o=a(567526),r=a(938493),l=a(982996);let i="lockstep_archive";function s(e,t){let a=new Map(e.threats.map(({relation:e})=>[e.oid,e])),n=[],s=[],_=new Set;for(let c of a.values()){let a=e.losses.filter(e=>(function({kind:e,object:t},{columns:a,name:n}){return"numbers"!==e&&"untestable"!==e&&(t===n||[...a.values()].some(e=>t===`${n}.${e.name}`))})(e,c));for(let e of a)_.add(e);if(0===a.length)continue;let m=function(e,t,{after:a,before:n,own:s,threats:c},u){if(l.h.includes(e.oid))return"large-object";if("foreign"===e.kind)return"foreign-table";if("view"===e.kind)return"view";if(e.plainName.startsWith(`${i}.`))return"own-schema";if(void 0===u)return"untestable";if(t.some(({kind:e})=>"unlogged"===e))return"unlogged";if([...e.columns.values()].some(({name:e})=>e.startsWith("_lockstep_")))return"reserved-name";let{aboutRows:_,target:m}=u,f=a.get(e.oid),w={relation:e,target:m,aboutRows:_,condition:(0,r.p6)(s,e)};if(void 0===f){let t=u.keys.find(t=>void 0!==g(e,t))??[];return{...w,kind:"rows",columns:p(e,u),key:t,dropped:[]}}let $=u.keys.find(t=>(function(e,t,a){let n=g(e,a);return n?.every(a=>t.columns.get(a)?.shape===e.columns.get(a)?.shape)===!0})(e,f,t)),h=c.toSorted(d).flatMap(a=>"column"===a.kind&&a.relation.oid===e.oid&&t.some(({kind:t,object:n})=>"column"===t&&n===`${e.name}.${a.column.name}`)?[{name:a.column.name,condition:`(${(0,o.pT)(a,s)})`}]:[]),v=t.filter(({kind:e})=>"column"!==e);if(0===v.length){if(void 0===$)return"no-key";let t=new Set([...$,...h.map(({name:e})=>e)]),a=p(e,u).filter(({name:e})=>t.has(e)),n=h.map(e=>e.condition).join(" or ");return{...w,kind:"values",columns:a,key:$,dropped:h,condition:n}}let y=f.filenode===e.filenode&&f.updated>(n.get(e.oid)?.updated??0),k=0===h.length&&!y&&v.every(({kind:e})=>"rows"===e);return void 0!==$||k?{...w,kind:"mixed",columns:p(e,u),key:$??[],dropped:h}:"no-key"}(c,a,e,t.get(c.oid));"string"==typeof m?n.push(u(c.name,m)):s.push(m)}for(let t of e.losses)_.has(t)||n.push(u(t.object,c[t.kind]??"untestable"));let[m,...f]=n;return void 0===m?{kind:"copy",copies:s}:{kind:"refuse",refusals:[m,...f]}}let c={numbers:"sequence",foreign:"foreign-table",refresh:"view",type:"labels"};function u(e,t){return{kind:"not-possible",object:e,because:t}}function d(e,t){return("attnum"in e?e.attnum:0)-("attnum"in t?t.attnum:0)}function p({columns:e},t){return[...e].sort(([e],[t])=>e-t).flatMap(([e,{generated:a,name:o,type:r}])=>{if(a)return[];let{hasOwnCollation:l,keepsType:i}=t.columns.get(e)??{hasOwnCollation:!1,keepsType:!1},s=i?`t.${(0,n.Cv)(o)}`:`t.${(0,n.Cv)(o)}::pg_catalog.text`;return[{name:o,type:r,asText:!i,sql:l?`(${s} collate pg_catalog."default")`:s}]})}function g({columns:e},t){let a=t.map(t=>[...e].find(([,e])=>e.name===t&&!e.generated)?.[0]);return a.every(e=>void 0!==e)?a:void 0}function _(e){let t=e.map(({condition:e,name:t})=>`case when ${e} then ${(0,n.eu)(t)} end`);return 0===t.length?"'{}'::pg_catalog.text[]":`pg_catalog.array_remove(array[${t.join(", ")}]::pg_catalog.text[], null)`}}),72526:((e,t,a)=>{a.d(t,{Ae:()=>p,GD:()=>g,HT:()=>l,O3:()=>w,YW:()=>i,dV:()=>_});var n=a(247753),o=a(944355);let r=(e,t)=>`${e}.${(0,n.Cv)(t)}::pg_catalog.text collate pg_catalog."C"`;function l({target:e}){return`${e.isPartitioned?"":"only "}${e.name} t`}function i({archive:e,target:t}){return e.key.map(a=>{let r=e.columns.find(e=>e.name===a),l=void 0===r?"null":(0,o.QX)(r,t),i=t.columns.get(a)?.hasOwnCollation===!0?' collate pg_catalog."default"':"";return`t.${(0,n.Cv)(a)} = ${l}${i}`}).join(" and ")}function s({dropped:e,kind:t},a){switch(t){case"rows":return"null::pg_catalog.text[]";case"values":return`coalesce(${a}._lockstep_lost, ${(0,n.TS)(e)})`;case"mixed":return`${a}._lockstep_lost`}}function c({archive:e,newer:t}){let a=t.map((t,a)=>{let n=e.key.map(e=>`${r(`n${a}`,e)} = ${r("a",e)}`);return` left join ${t.contents} n${a} on ${n.join(" and ")}`});return`${e.contents} a${a.join("")}`}function u({archive:e,newer:t}){let a=s(e,"a");if(0===t.length)return a;let n=t.map((e,t)=>({isThere:`n${t}.ctid is not null`,columns:s(e,`n${t}`)})),o=n.map(({columns:e,isThere:t})=>`(${t} and ${e} is null)`).join(" or "),r=n.map(({columns:e,isThere:t})=>`not (${t} and c.c = any (coalesce(${e}, array[c.c]::pg_catalog.text[])))`);return`case when ${a} is null then case when ${o} then '{}'::pg_catalog.text[] end
    else array(select c.c from pg_catalog.unnest(${a}) c (c) where ${r.join(" and ")}) end`}function d({archive:e}){return e.columns.filter(({name:t})=>!e.key.includes(t))}function p(e,t,a){if("rows"===e.kind||0===e.key.length||e.key.some(e=>!t.columns.has(e)))return;let o=`t.${(0,n.Cv)(e.key[0]??"")} is null`,r=`not (${s(e,"a")} <@ ${(0,n.TS)(e.dropped)})`;return`select pg_catalog.count(*) filter (where ${o}), pg_catalog.count(*) filter (where not (${o}) and ${r} and ${a?"(t.xmin = a._lockstep_xmin) is not true":"true"})
            from ${e.contents} a left join ${l({target:t})} on ${i({archive:e,target:t})}
           where ${s(e,"a")} is not null and a._lockstep_done is null`}function g(e,t){let{archive:a,target:o,untouched:s}=e;if(0===a.key.length)return`select a.ctid as at, 'insert' as what from ${a.contents} a where ${t}`;let p=`${(0,n.TS)(a.dropped)}`,g=a.key[0]??"",_=d(e).filter(({name:e})=>o.columns.get(e)?.isGenerated!==!0).map(({name:e})=>`case when (l.lost is null or ${(0,n.eu)(e)} = any (l.lost)) and ${r("t",e)} is distinct from ${r("a",e)} then ${(0,n.eu)(e)} end`),m=`pg_catalog.array_remove(array[${_.join(", ")}]::pg_catalog.text[], null)`;return`select a.ctid as at, case
      when l.lost = '{}' then 'superseded'
      when t.${(0,n.Cv)(g)} is null then case when l.lost is null then 'insert' else 'row-gone' end
      when d.differing = '{}' then 'already'
      when l.lost is null then 'row-exists'
      when (not d.differing && ${p} or ${s.since}) and (d.differing <@ ${p} or ${s.sinceDown}) then 'set'
      else 'written-since' end as what
    from ${c(e)} left join ${l(e)} on ${i(e)}
   cross join lateral (select ${u(e)} as lost) l cross join lateral (select ${m} as differing) d
   where ${t}`}function _(e,t,a){let s=`a.ctid = any (${a}::pg_catalog.tid[])`,p="insert"===t?function({archive:e,target:t},a){let l=e.columns.filter(({name:e})=>t.columns.get(e)?.isGenerated!==!0),i=l.map(({name:e})=>(0,n.Cv)(e)),s=l.map(e=>(0,o.QX)(e,t)),c=f(l.map(({name:e})=>r("t",e))),u=`insert into ${t.name} as t`,d=`from ${e.contents} a where ${a}`;return{sql:0===i.length?`${u} select ${d} returning '' as v`:`${u} (${i.join(", ")}) overriding system value select ${s.join(", ")} ${d} returning ${c} as v`,kept:f(l.map(({name:e})=>r("a",e)))}}(e,s):function(e,t){let{target:a}=e,s=d(e).filter(({name:e})=>{let t=a.columns.get(e);return t?.isGenerated===!1&&!t.isIdentity}),p=e=>`${(0,n.eu)(e)} = any (l.lost)`,g=s.map(e=>`${(0,n.Cv)(e.name)} = case when ${p(e.name)} then ${(0,o.QX)(e,a)} else t.${(0,n.Cv)(e.name)} end`),_=t=>f(d(e).map(({name:e})=>`case when ${p(e)} then ${r(t,e)} end`));return{sql:`update ${l(e)} set ${g.join(", ")} from ${c(e)} cross join lateral (select ${u(e)} as lost) l
           where ${t} and ${i(e)} returning ${_("t")} as v`,kept:_("a")}}(e,s),g=`select ${m(p.kept)} from ${c(e)} cross join lateral (select ${u(e)} as lost) l where ${s}`;return`with w as (${p.sql}) select pg_catalog.count(*), (select ${m("w.v")} from w) is not distinct from (${g}) from w`}function m(e){return`pg_catalog.sum(pg_catalog.hashtextextended(${e}, 0)::pg_catalog.numeric)`}function f(e){return 0===e.length?"''":`row(${e.join(", ")})::pg_catalog.text`}function w({archive:e,target:t},a){let n=t=>f(e.columns.map(({name:e})=>r(t,e))),o=a.map(e=>`'${e}'::pg_catalog.xid`).join(", ");return`
    with up as (select ${n("t")} as v, pg_catalog.count(*) as n from ${t.isPartitioned?"":"only "}${t.name} t
                 where t.xmin = any (array[${o}]::pg_catalog.xid[]) group by 1),
         kept as (select a.ctid as at, ${n("a")} as v, pg_catalog.row_number() over (partition by ${n("a")}) as nth
                    from ${e.contents} a where a._lockstep_done is null),
         marked as (
    update ${e.contents} a set _lockstep_done = pg_catalog.clock_timestamp(), _lockstep_conflict = null
      from kept join up on up.v = kept.v and kept.nth <= up.n where a.ctid = kept.at returning 1)
    select pg_catalog.count(*) from marked`}}),420829:((e,t,a)=>{a.d(t,{GJ:()=>l,NW:()=>d,_t:()=>r,cX:()=>s});var n=a(247753),o=a(596310);let r=`${o.ZS}.archives`,l=`${o.ZS}.restores`,i=`
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
     where n.nspname = ${(0,n.eu)(o.ZS)}`);if(t?.[0]==="f")return{kind:"schema",because:"taken",who:t[1]??""};if(void 0!==t&&null!==t[2])return"r"===t[2]&&"7"===t[3]?void 0:{kind:"schema",because:"name-taken",who:"what is named archives"};let[a]=await e.rows("select pg_catalog.has_database_privilege(pg_catalog.current_database(), 'create')");if(void 0===t&&a?.[0]!=="t")return{kind:"schema",because:"no-right",who:""};void 0===t&&await e.rows(`create schema ${o.ZS}`),await e.rows(`${i} comment on schema ${o.ZS} is 'Data that rollbacks would have deleted, kept by Lockstep: leave it to its owner'`)}let c=`
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
     where s.pnnspid = pg_catalog.to_regnamespace(${(0,n.eu)(o.ZS)}) limit 1`)}(e);return void 0===r?void 0:{kind:"schema",because:"published",who:r[0]??""}}(e)}}),577446:((e,t,a)=>{a.d(t,{$0:()=>u,Cv:()=>c,PM:()=>d});var n=a(247753);let o={search_path:"",row_security:"off",timezone:"UTC",datestyle:"ISO, YMD",intervalstyle:"postgres",bytea_output:"hex",extra_float_digits:"3",lc_monetary:"C",xmloption:"content",quote_all_identifiers:"off",standard_conforming_strings:"on"},r=["statement_timeout",...Object.keys(o)],l=["session_authorization","role"];async function i(e){let t=[...l,...r],a=t.map(e=>`pg_catalog.current_setting(${(0,n.eu)(e)})`),[o]=await e.rows(`select ${a.join(", ")}`);return new Map(t.map((e,t)=>[e,o?.[t]??""]))}function s(e,t){return`pg_catalog.set_config(${(0,n.eu)(e)}, ${(0,n.eu)(t.get(e)??"")}, true)`}let c="set local session authorization default; set local role none; "+Object.entries(o).map(([e,t])=>`set local ${e} = ${(0,n.eu)(t)}`).join("; ");async function u(e,t){let a=await i(e);await e.rows(c);let n=await i(e),o=await t(),u=r.map(e=>s(e,a)).join(", ");for(let t of(await e.rows(`select ${u}`),l))a.get(t)!==n.get(t)&&await e.rows(`select ${s(t,a)}`);return o}async function d(e,t,a){let n=t.map(({oid:e})=>e).join(","),o=(await e.rows(`select pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname)
       from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.oid = any ('{${n}}'::pg_catalog.oid[]) and c.relforcerowsecurity and pg_catalog.row_security_active(c.oid)`)).map(e=>e[0]??"");for(let t of o)await e.rows(`set constraints all immediate; alter table only ${t} no force row level security`);let r=await a();for(let t of o)await e.rows(`alter table only ${t} force row level security`);return r}}),944355:((e,t,a)=>{a.d(t,{QX:()=>c,_E:()=>l,sF:()=>s});var n=a(247753),o=a(328809),r=a(420829);async function l(e,t){let a=await e.rows(`
    select c.oid, c.relkind, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), a.attcollation >= 16384, a.attgenerated <> '',
           a.attidentity = 'a', pg_catalog.pg_get_serial_sequence(${(0,n.eu)(t)}, a.attname)
      from pg_catalog.pg_class c
      left join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.oid = pg_catalog.to_regclass(${(0,n.eu)(t)}) and c.relkind in ('r', 'p')`),[o]=a;if(void 0!==o)return{oid:o[0]??"",name:t,isPartitioned:"p"===o[1],columns:new Map(a.map(e=>[e[2]??"",{type:e[3]??"",hasOwnCollation:"t"===e[4],isGenerated:"t"===e[5],isIdentity:"t"===e[6],sequence:e[7]??void 0}]))}}let i=2n**31n;function s(e,t,a){let l=e=>{let t=BigInt(a.currentXid)-BigInt(e);return t>=0n&&t<i},s=void 0!==a.cluster&&e.cluster===a.cluster&&l(e.xid)?"t.xmin = a._lockstep_xmin":"false",{horizon:c}=t;if(void 0===c||void 0===a.cluster||t.cluster!==a.cluster||!l(c))return{since:"false",sinceDown:s};let u=t.xids.map(e=>`${(0,n.eu)(e)}::pg_catalog.xid`).join(", "),d=`select (r.xid::pg_catalog.text::pg_catalog.int8 & 4294967295)::pg_catalog.text from ${r.GJ} r where r.xid >= '${c}'::pg_catalog.xid8`;return{since:`(t.xmin = any (array[${u}]::pg_catalog.xid[]) or pg_catalog.age(t.xmin) > pg_catalog.age('${(0,o.D)(c)}'::pg_catalog.xid) or t.xmin::pg_catalog.text in (${d}))`,sinceDown:s}}function c({asText:e,name:t},{columns:a}){let o=`a.${(0,n.Cv)(t)}`;return e?`${o}::${a.get(t)?.type??"text"}`:o}})};
