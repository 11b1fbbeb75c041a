import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 500430:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 90523:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 524678:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("dns");

/***/ }),

/***/ 381487:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 15945:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 424354:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 823569:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 565658:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 377109:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 447779:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 300501:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 989278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 231954:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 346835:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 502408:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 189053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 712661:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 439179:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 24811:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 636025:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 672900:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util/types");

/***/ }),

/***/ 954424:
/***/ ((e,t,o)=>{var a=o(426180),l=o(816053),s=o(696065),c=o(627591),n=o(485001),r=o(582591),f=o(338570);function i(e,t,o,a,l,s){let c="block-map"===o.type?n.resolveBlockMap(e,t,o,a,s):"block-seq"===o.type?r.resolveBlockSeq(e,t,o,a,s):f.resolveFlowCollection(e,t,o,a,s),i=c.constructor;return"!"===l||l===i.tagName?c.tag=i.tagName:l&&(c.tag=l),c}t.composeCollection=function(e,t,o,n,r){let f=n.tag,p=f?t.directives.tagName(f.source,e=>r(f,"TAG_RESOLVE_FAILED",e)):null;if("block-seq"===o.type){let{anchor:e,newlineAfterProp:t}=n,o=e&&f?e.offset>f.offset?e:f:e??f;o&&(!t||t.offset<o.offset)&&r(o,"MISSING_CHAR","Missing newline after block sequence props")}let g="block-map"===o.type?"map":"block-seq"===o.type?"seq":"{"===o.start.source?"map":"seq";if(!f||!p||"!"===p||p===s.YAMLMap.tagName&&"map"===g||p===c.YAMLSeq.tagName&&"seq"===g)return i(e,t,o,r,p);let m=t.schema.tags.find(e=>e.tag===p&&e.collection===g);if(!m){let a=t.schema.knownTags[p];if(a?.collection!==g)return a?r(f,"BAD_COLLECTION_TYPE",`${a.tag} used for ${g} collection, but expects ${a.collection??"scalar"}`,!0):r(f,"TAG_RESOLVE_FAILED",`Unresolved tag: ${p}`,!0),i(e,t,o,r,p);t.schema.tags.push(Object.assign({},a,{default:!1})),m=a}let u=i(e,t,o,r,p,m),_=m.resolve?.(u,e=>r(f,"TAG_RESOLVE_FAILED",e),t.options)??u,A=a.isNode(_)?_:new l.Scalar(_);return A.range=u.range,A.tag=p,m?.format&&(A.format=m.format),A}}),

/***/ 147799:
/***/ ((e,t,o)=>{var n=o(775079),c=o(375169),s=o(845812),i=o(223160);t.composeDoc=function(e,t,{offset:o,start:r,value:a,end:d},m){let l=Object.assign({_directives:t},e),p=new n.Document(void 0,l),v={atKey:!1,atRoot:!0,directives:p.directives,options:p.options,schema:p.schema},_=i.resolveProps(r,{indicator:"doc-start",next:a??d?.[0],offset:o,onError:m,parentIndent:0,startOnNewline:!0});_.found&&(p.directives.docStart=!0,a&&("block-map"===a.type||"block-seq"===a.type)&&!_.hasNewline&&m(_.end,"MISSING_CHAR","Block collection cannot start on same line with directives-end marker")),p.contents=a?c.composeNode(v,a,_,m):c.composeEmptyNode(v,_.end,r,null,_,m);let k=p.contents.range[2],u=s.resolveEnd(d,k,!1,m);return u.comment&&(p.comment=u.comment),p.range=[o,k,u.offset],p}}),

/***/ 375169:
/***/ ((e,s,o)=>{var t=o(63688),n=o(426180),a=o(954424),r=o(831879),c=o(845812),l=o(109188);let i={composeNode:m,composeEmptyNode:p};function m(e,s,o,l){let m,u=e.atKey,{spaceBefore:g,comment:A,anchor:y,tag:f}=o,b=!0;switch(s.type){case"alias":m=function({options:e},{offset:s,source:o,end:n},a){let r=new t.Alias(o.substring(1));""===r.source&&a(s,"BAD_ALIAS","Alias cannot be an empty string"),r.source.endsWith(":")&&a(s+o.length-1,"BAD_ALIAS","Alias ending in : is ambiguous",!0);let l=s+o.length,i=c.resolveEnd(n,l,e.strict,a);return r.range=[s,l,i.offset],i.comment&&(r.comment=i.comment),r}(e,s,l),(y||f)&&l(s,"ALIAS_PROPS","An alias node must not specify any properties");break;case"scalar":case"single-quoted-scalar":case"double-quoted-scalar":case"block-scalar":m=r.composeScalar(e,s,f,l),y&&(m.anchor=y.source.substring(1));break;case"block-map":case"block-seq":case"flow-collection":try{m=a.composeCollection(i,e,s,o,l),y&&(m.anchor=y.source.substring(1))}catch(e){l(s,"RESOURCE_EXHAUSTION",e instanceof Error?e.message:String(e))}break;default:{let e="error"===s.type?s.message:`Unsupported token (type: ${s.type})`;l(s,"UNEXPECTED_TOKEN",e),b=!1}}return m??(m=p(e,s.offset,void 0,null,o,l)),y&&""===m.anchor&&l(y,"BAD_ALIAS","Anchor cannot be an empty string"),u&&e.options.stringKeys&&(!n.isScalar(m)||"string"!=typeof m.value||m.tag&&"tag:yaml.org,2002:str"!==m.tag)&&l(f??s,"NON_STRING_KEY","With stringKeys, all keys must be strings"),g&&(m.spaceBefore=!0),A&&("scalar"===s.type&&""===s.source?m.comment=A:m.commentBefore=A),e.options.keepSourceTokens&&b&&(m.srcToken=s),m}function p(e,s,o,t,{spaceBefore:n,comment:a,anchor:c,tag:i,end:m},u){let g={type:"scalar",offset:l.emptyScalarPosition(s,o,t),indent:-1,source:""},A=r.composeScalar(e,g,i,u);return c&&(A.anchor=c.source.substring(1),""===A.anchor&&u(c,"BAD_ALIAS","Anchor cannot be an empty string")),n&&(A.spaceBefore=!0),a&&(A.comment=a,A.range[2]=m),A}s.composeEmptyNode=p,s.composeNode=m}),

/***/ 831879:
/***/ ((t,e,a)=>{var r=a(426180),s=a(816053),o=a(123295),l=a(529917);e.composeScalar=function(t,e,a,n){let c,i,{value:f,type:g,comment:A,range:u}="block-scalar"===e.type?o.resolveBlockScalar(t,e,n):l.resolveFlowScalar(e,t.options.strict,n),S=a?t.directives.tagName(a.source,t=>n(a,"TAG_RESOLVE_FAILED",t)):null;c=t.options.stringKeys&&t.atKey?t.schema[r.SCALAR]:S?function(t,e,a,s,o){if("!"===a)return t[r.SCALAR];let l=[];for(let e of t.tags)if(!e.collection&&e.tag===a)if(!e.default||!e.test)return e;else l.push(e);for(let t of l)if(t.test?.test(e))return t;let n=t.knownTags[a];return n&&!n.collection?(t.tags.push(Object.assign({},n,{default:!1,test:void 0})),n):(o(s,"TAG_RESOLVE_FAILED",`Unresolved tag: ${a}`,"tag:yaml.org,2002:str"!==a),t[r.SCALAR])}(t.schema,f,S,a,n):"scalar"===e.type?function({atKey:t,directives:e,schema:a},s,o,l){let n=a.tags.find(e=>(!0===e.default||t&&"key"===e.default)&&e.test?.test(s))||a[r.SCALAR];if(a.compat){let t=a.compat.find(t=>t.default&&t.test?.test(s))??a[r.SCALAR];if(n.tag!==t.tag){let a=e.tagString(n.tag),r=e.tagString(t.tag);l(o,"TAG_RESOLVE_FAILED",`Value may be parsed as either ${a} or ${r}`,!0)}}return n}(t,f,e,n):t.schema[r.SCALAR];try{let o=c.resolve(f,t=>n(a??e,"TAG_RESOLVE_FAILED",t),t.options);i=r.isScalar(o)?o:new s.Scalar(o)}catch(t){n(a??e,"TAG_RESOLVE_FAILED",t instanceof Error?t.message:String(t)),i=new s.Scalar(f)}return i.range=u,i.source=f,g&&(i.type=g),S&&(i.tag=S),c.format&&(i.format=c.format),A&&(i.comment=A),i}}),

/***/ 981790:
/***/ ((e,t,s)=>{var r=s(189053),i=s(133578),o=s(775079),n=s(119203),c=s(426180),h=s(147799),d=s(845812);function a(e){if("number"==typeof e)return[e,e+1];if(Array.isArray(e))return 2===e.length?e:[e[0],e[1]];let{offset:t,source:s}=e;return[t,t+("string"==typeof s?s.length:1)]}function l(e){let t="",s=!1,r=!1;for(let i=0;i<e.length;++i){let o=e[i];switch(o[0]){case"#":t+=(""===t?"":r?"\n\n":"\n")+(o.substring(1)||" "),s=!0,r=!1;break;case"%":e[i+1]?.[0]!=="#"&&(i+=1),s=!1;break;default:s||(r=!0),s=!1}}return{comment:t,afterEmptyLine:r}}t.Composer=class{constructor(e={}){this.doc=null,this.atDirectives=!1,this.prelude=[],this.errors=[],this.warnings=[],this.onError=(e,t,s,r)=>{let i=a(e);r?this.warnings.push(new n.YAMLWarning(i,t,s)):this.errors.push(new n.YAMLParseError(i,t,s))},this.directives=new i.Directives({version:e.version||"1.2"}),this.options=e}decorate(e,t){let{comment:s,afterEmptyLine:r}=l(this.prelude);if(s){let i=e.contents;if(t)e.comment=e.comment?`${e.comment}
${s}`:s;else if(r||e.directives.docStart||!i)e.commentBefore=s;else if(c.isCollection(i)&&!i.flow&&i.items.length>0){let e=i.items[0];c.isPair(e)&&(e=e.key);let t=e.commentBefore;e.commentBefore=t?`${s}
${t}`:s}else{let e=i.commentBefore;i.commentBefore=e?`${s}
${e}`:s}}if(t){for(let t=0;t<this.errors.length;++t)e.errors.push(this.errors[t]);for(let t=0;t<this.warnings.length;++t)e.warnings.push(this.warnings[t])}else e.errors=this.errors,e.warnings=this.warnings;this.prelude=[],this.errors=[],this.warnings=[]}streamInfo(){return{comment:l(this.prelude).comment,directives:this.directives,errors:this.errors,warnings:this.warnings}}*compose(e,t=!1,s=-1){for(let t of e)yield*this.next(t);yield*this.end(t,s)}*next(e){switch(r.env.LOG_STREAM&&console.dir(e,{depth:null}),e.type){case"directive":this.directives.add(e.source,(t,s,r)=>{let i=a(e);i[0]+=t,this.onError(i,"BAD_DIRECTIVE",s,r)}),this.prelude.push(e.source),this.atDirectives=!0;break;case"document":{let t=h.composeDoc(this.options,this.directives,e,this.onError);this.atDirectives&&!t.directives.docStart&&this.onError(e,"MISSING_CHAR","Missing directives-end/doc-start indicator line"),this.decorate(t,!1),this.doc&&(yield this.doc),this.doc=t,this.atDirectives=!1;break}case"byte-order-mark":case"space":break;case"comment":case"newline":this.prelude.push(e.source);break;case"error":{let t=e.source?`${e.message}: ${JSON.stringify(e.source)}`:e.message,s=new n.YAMLParseError(a(e),"UNEXPECTED_TOKEN",t);this.atDirectives||!this.doc?this.errors.push(s):this.doc.errors.push(s);break}case"doc-end":{if(!this.doc){this.errors.push(new n.YAMLParseError(a(e),"UNEXPECTED_TOKEN","Unexpected doc-end without preceding document"));break}this.doc.directives.docEnd=!0;let t=d.resolveEnd(e.end,e.offset+e.source.length,this.doc.options.strict,this.onError);if(this.decorate(this.doc,!0),t.comment){let e=this.doc.comment;this.doc.comment=e?`${e}
${t.comment}`:t.comment}this.doc.range[2]=t.offset;break}default:this.errors.push(new n.YAMLParseError(a(e),"UNEXPECTED_TOKEN",`Unsupported token ${e.type}`))}}*end(e=!1,t=-1){if(this.doc)this.decorate(this.doc,!0),yield this.doc,this.doc=null;else if(e){let e=Object.assign({_directives:this.directives},this.options),s=new o.Document(void 0,e);this.atDirectives&&this.onError(t,"MISSING_CHAR","Missing directives-end indicator line"),s.range=[0,t,t],this.decorate(s,!1),yield s}}}}),

/***/ 485001:
/***/ ((e,n,t)=>{var o=t(126082),a=t(696065),i=t(223160),s=t(8077),m=t(430223),l=t(189794);let c="All mapping items must start at the same column";n.resolveBlockMap=function({composeNode:e,composeEmptyNode:n},t,p,r,d){let u=new(d?.nodeClass??a.YAMLMap)(t.schema);t.atRoot&&(t.atRoot=!1);let I=p.offset,f=null;for(let a of p.items){let{start:d,key:k,sep:_,value:h}=a,g=i.resolveProps(d,{indicator:"explicit-key-ind",next:k??_?.[0],offset:I,onError:r,parentIndent:p.indent,startOnNewline:!0}),w=!g.found;if(w){if(k&&("block-seq"===k.type?r(I,"BLOCK_AS_IMPLICIT_KEY","A block sequence may not be used as an implicit map key"):"indent"in k&&k.indent!==p.indent&&r(I,"BAD_INDENT",c)),!g.anchor&&!g.tag&&!_){f=g.end,g.comment&&(u.comment?u.comment+="\n"+g.comment:u.comment=g.comment);continue}(g.newlineAfterProp||s.containsNewline(k))&&r(k??d[d.length-1],"MULTILINE_IMPLICIT_KEY","Implicit keys need to be on a single line")}else g.found?.indent!==p.indent&&r(I,"BAD_INDENT",c);t.atKey=!0;let y=g.end,T=k?e(t,k,g,r):n(t,y,d,null,g,r);t.schema.compat&&m.flowIndentCheck(p.indent,k,r),t.atKey=!1,l.mapIncludes(t,u.items,T)&&r(y,"DUPLICATE_KEY","Map keys must be unique");let b=i.resolveProps(_??[],{indicator:"map-value-ind",next:h,offset:T.range[2],onError:r,parentIndent:p.indent,startOnNewline:!k||"block-scalar"===k.type});if(I=b.end,b.found){w&&(h?.type!=="block-map"||b.hasNewline||r(I,"BLOCK_AS_IMPLICIT_KEY","Nested mappings are not allowed in compact mappings"),t.options.strict&&g.start<b.found.offset-1024&&r(T.range,"KEY_OVER_1024_CHARS","The : indicator must be at most 1024 chars after the start of an implicit block mapping key"));let i=h?e(t,h,b,r):n(t,I,_,null,b,r);t.schema.compat&&m.flowIndentCheck(p.indent,h,r),I=i.range[2];let s=new o.Pair(T,i);t.options.keepSourceTokens&&(s.srcToken=a),u.items.push(s)}else{w&&r(T.range,"MISSING_CHAR","Implicit map keys need to be followed by map values"),b.comment&&(T.comment?T.comment+="\n"+b.comment:T.comment=b.comment);let e=new o.Pair(T);t.options.keepSourceTokens&&(e.srcToken=a),u.items.push(e)}}return f&&f<I&&r(f,"IMPOSSIBLE","Map comment with trailing content"),u.range=[p.offset,I,f??I],u}}),

/***/ 123295:
/***/ ((e,t,n)=>{var l=n(816053);t.resolveBlockScalar=function(e,t,n){let r=t.offset,c=function({offset:e,props:t},n,l){if("block-scalar-header"!==t[0].type)return l(t[0],"IMPOSSIBLE","Block scalar header not found"),null;let{source:r}=t[0],c=r[0],a=0,s="",o=-1;for(let t=1;t<r.length;++t){let n=r[t];if(s||"-"!==n&&"+"!==n){let l=Number(n);!a&&l?a=l:-1===o&&(o=e+t)}else s=n}-1!==o&&l(o,"UNEXPECTED_TOKEN",`Block scalar header includes extra characters: ${r}`);let i=!1,h="",g=r.length;for(let e=1;e<t.length;++e){let r=t[e];switch(r.type){case"space":i=!0;case"newline":g+=r.source.length;break;case"comment":n&&!i&&l(r,"MISSING_CHAR","Comments must be separated from other tokens by white space characters"),g+=r.source.length,h=r.source.substring(1);break;case"error":l(r,"UNEXPECTED_TOKEN",r.message),g+=r.source.length;break;default:{let e=`Unexpected token in block scalar header: ${r.type}`;l(r,"UNEXPECTED_TOKEN",e);let t=r.source;t&&"string"==typeof t&&(g+=t.length)}}}return{mode:c,indent:a,chomp:s,comment:h,length:g}}(t,e.options.strict,n);if(!c)return{value:"",type:null,comment:"",range:[r,r,r]};let a=">"===c.mode?l.Scalar.BLOCK_FOLDED:l.Scalar.BLOCK_LITERAL,s=t.source?function(e){let t=e.split(/\n( *)/),n=t[0],l=n.match(/^( *)/),r=[l?.[1]?[l[1],n.slice(l[1].length)]:["",n]];for(let e=1;e<t.length;e+=2)r.push([t[e],t[e+1]]);return r}(t.source):[],o=s.length;for(let e=s.length-1;e>=0;--e){let t=s[e][1];if(""===t||"\r"===t)o=e;else break}if(0===o){let e="+"===c.chomp&&s.length>0?"\n".repeat(Math.max(1,s.length-1)):"",n=r+c.length;return t.source&&(n+=t.source.length),{value:e,type:a,comment:c.comment,range:[r,n,n]}}let i=t.indent+c.indent,h=t.offset+c.length,g=0;for(let t=0;t<o;++t){let[l,r]=s[t];if(""===r||"\r"===r)0===c.indent&&l.length>i&&(i=l.length);else{l.length<i&&n(h+l.length,"MISSING_CHAR","Block scalars with more-indented leading empty lines must use an explicit indentation indicator"),0===c.indent&&(i=l.length),g=t,0!==i||e.atRoot||n(h,"BAD_INDENT","Block scalar values in collections must be indented");break}h+=l.length+r.length+1}for(let e=s.length-1;e>=o;--e)s[e][0].length>i&&(o=e+1);let u="",f="",m=!1;for(let e=0;e<g;++e)u+=s[e][0].slice(i)+"\n";for(let e=g;e<o;++e){let[t,r]=s[e];h+=t.length+r.length+1;let o="\r"===r[r.length-1];if(o&&(r=r.slice(0,-1)),r&&t.length<i){let e=c.indent?"explicit indentation indicator":"first line",l=`Block scalar lines must not be less indented than their ${e}`;n(h-r.length-(o?2:1),"BAD_INDENT",l),t=""}a===l.Scalar.BLOCK_LITERAL?(u+=f+t.slice(i)+r,f="\n"):t.length>i||"	"===r[0]?(" "===f?f="\n":m||"\n"!==f||(f="\n\n"),u+=f+t.slice(i)+r,f="\n",m=!0):""===r?"\n"===f?u+="\n":f="\n":(u+=f+r,f=" ",m=!1)}switch(c.chomp){case"-":break;case"+":for(let e=o;e<s.length;++e)u+="\n"+s[e][0].slice(i);"\n"!==u[u.length-1]&&(u+="\n");break;default:u+="\n"}let d=r+c.length+t.source.length;return{value:u,type:a,comment:c.comment,range:[r,d,d]}}}),

/***/ 582591:
/***/ ((e,t,n)=>{var o=n(627591),s=n(223160),a=n(430223);t.resolveBlockSeq=function({composeNode:e,composeEmptyNode:t},n,l,c,i){let m=new(i?.nodeClass??o.YAMLSeq)(n.schema);n.atRoot&&(n.atRoot=!1),n.atKey&&(n.atKey=!1);let r=l.offset,d=null;for(let{start:o,value:i}of l.items){let u=s.resolveProps(o,{indicator:"seq-item-ind",next:i,offset:r,onError:c,parentIndent:l.indent,startOnNewline:!0});if(!u.found)if(u.anchor||u.tag||i)i?.type==="block-seq"?c(u.end,"BAD_INDENT","All sequence items must start at the same column"):c(r,"MISSING_CHAR","Sequence item without - indicator");else{d=u.end,u.comment&&(m.comment=u.comment);continue}let f=i?e(n,i,u,c):t(n,u.end,o,null,u,c);n.schema.compat&&a.flowIndentCheck(l.indent,i,c),r=f.range[2],m.items.push(f)}return m.range=[l.offset,r,d??r],m}}),

/***/ 845812:
/***/ ((e,t)=>{t.resolveEnd=function(e,t,a,n){let s="";if(e){let c=!1,r="";for(let o of e){let{source:e,type:l}=o;switch(l){case"space":c=!0;break;case"comment":{a&&!c&&n(o,"MISSING_CHAR","Comments must be separated from other tokens by white space characters");let t=e.substring(1)||" ";s?s+=r+t:s=t,r="";break}case"newline":s&&(r+=e),c=!0;break;default:n(o,"UNEXPECTED_TOKEN",`Unexpected ${l} at node end`)}t+=e.length}}return{comment:s,offset:t}}}),

/***/ 338570:
/***/ ((e,t,n)=>{var o=n(426180),s=n(126082),i=n(696065),l=n(627591),m=n(845812),c=n(223160),a=n(8077),r=n(189794);let f="Block collections are not allowed within flow collections",u=e=>e&&("block-map"===e.type||"block-seq"===e.type);t.resolveFlowCollection=function({composeNode:e,composeEmptyNode:t},n,p,d,g){let I="{"===p.start.source,_=I?"flow map":"flow sequence",w=new(g?.nodeClass??(I?i.YAMLMap:l.YAMLSeq))(n.schema);w.flow=!0;let h=n.atRoot;h&&(n.atRoot=!1),n.atKey&&(n.atKey=!1);let E=p.offset+p.start.source.length;for(let l=0;l<p.items.length;++l){let m=p.items[l],{start:g,key:h,sep:N,value:k}=m,b=c.resolveProps(g,{flow:_,indicator:"explicit-key-ind",next:h??N?.[0],offset:E,onError:d,parentIndent:p.indent,startOnNewline:!1});if(!b.found){if(!b.anchor&&!b.tag&&!N&&!k){0===l&&b.comma?d(b.comma,"UNEXPECTED_TOKEN",`Unexpected , in ${_}`):l<p.items.length-1&&d(b.start,"UNEXPECTED_TOKEN",`Unexpected empty item in ${_}`),b.comment&&(w.comment?w.comment+="\n"+b.comment:w.comment=b.comment),E=b.end;continue}!I&&n.options.strict&&a.containsNewline(h)&&d(h,"MULTILINE_IMPLICIT_KEY","Implicit keys of flow sequence pairs need to be on a single line")}if(0===l)b.comma&&d(b.comma,"UNEXPECTED_TOKEN",`Unexpected , in ${_}`);else if(b.comma||d(b.start,"MISSING_CHAR",`Missing , between ${_} items`),b.comment){let e="";e:for(let t of g)switch(t.type){case"comma":case"space":break;case"comment":e=t.source.substring(1);break e;default:break e}if(e){let t=w.items[w.items.length-1];o.isPair(t)&&(t=t.value??t.key),t.comment?t.comment+="\n"+e:t.comment=e,b.comment=b.comment.substring(e.length+1)}}if(I||N||b.found){n.atKey=!0;let o=b.end,l=h?e(n,h,b,d):t(n,o,g,null,b,d);u(h)&&d(l.range,"BLOCK_IN_FLOW",f),n.atKey=!1;let a=c.resolveProps(N??[],{flow:_,indicator:"map-value-ind",next:k,offset:l.range[2],onError:d,parentIndent:p.indent,startOnNewline:!1});if(a.found){if(!I&&!b.found&&n.options.strict){if(N)for(let e of N){if(e===a.found)break;if("newline"===e.type){d(e,"MULTILINE_IMPLICIT_KEY","Implicit keys of flow sequence pairs need to be on a single line");break}}b.start<a.found.offset-1024&&d(a.found,"KEY_OVER_1024_CHARS","The : indicator must be at most 1024 chars after the start of an implicit flow sequence key")}}else k&&("source"in k&&k.source?.[0]===":"?d(k,"MISSING_CHAR",`Missing space after : in ${_}`):d(a.start,"MISSING_CHAR",`Missing , or : between ${_} items`));let C=k?e(n,k,a,d):a.found?t(n,a.end,N,null,a,d):null;C?u(k)&&d(C.range,"BLOCK_IN_FLOW",f):a.comment&&(l.comment?l.comment+="\n"+a.comment:l.comment=a.comment);let M=new s.Pair(l,C);if(n.options.keepSourceTokens&&(M.srcToken=m),I)r.mapIncludes(n,w.items,l)&&d(o,"DUPLICATE_KEY","Map keys must be unique"),w.items.push(M);else{let e=new i.YAMLMap(n.schema);e.flow=!0,e.items.push(M);let t=(C??l).range;e.range=[l.range[0],t[1],t[2]],w.items.push(e)}E=C?C.range[2]:a.end}else{let o=k?e(n,k,b,d):t(n,b.end,N,null,b,d);w.items.push(o),E=o.range[2],u(k)&&d(o.range,"BLOCK_IN_FLOW",f)}}let N=I?"}":"]",[k,...b]=p.end,C=E;if(k?.source===N)C=k.offset+k.source.length;else{let e=_[0].toUpperCase()+_.substring(1),t=h?`${e} must end with a ${N}`:`${e} in block collection must be sufficiently indented and end with a ${N}`;d(E,h?"MISSING_CHAR":"BAD_INDENT",t),k&&1!==k.source.length&&b.unshift(k)}if(b.length>0){let e=m.resolveEnd(b,C,n.options.strict,d);e.comment&&(w.comment?w.comment+="\n"+e.comment:w.comment=e.comment),w.range=[p.offset,C,e.offset]}else w.range=[p.offset,C,C];return w}}),

/***/ 529917:
/***/ ((e,t,r)=>{var n=r(816053),a=r(845812);function l(e){let t,r,n=/(.*?)\r?\n/sy,a=n.exec(e);if(!a)return e;try{t=RegExp("(?<![ 	])[ 	]+$"),r=RegExp("^[ 	]+|(?<![ 	])[ 	]+$","g")}catch{t=/[ \t]+$/,r=/^[ \t]+|[ \t]+$/g}let l=a[1].replace(t,""),c=" ",s=n.lastIndex;for(;a=n.exec(e);){let e=a[1].replace(r,"");""===e?"\n"===c?l+=c:c="\n":(l+=c+e,c=" "),s=n.lastIndex}let i=/[ \t]*(.*)/sy;return i.lastIndex=s,a=i.exec(e),l+c+(a?.[1]??"")}let c={0:"\0",a:"\x07",b:"\b",e:"\x1b",f:"\f",n:"\n",r:"\r",t:"	",v:"\v",N:"\x85",_:"\xa0",L:"\u2028",P:"\u2029"," ":" ",'"':'"',"/":"/","\\":"\\","	":"	"};t.resolveFlowScalar=function(e,t,r){let s,i,{offset:o,type:u,source:f,end:g}=e,h=(e,t,n)=>r(o+e,t,n);switch(u){case"scalar":s=n.Scalar.PLAIN,i=function(e,t){let r="";switch(e[0]){case"	":r="a tab character";break;case",":r="flow indicator character ,";break;case"%":r="directive indicator character %";break;case"|":case">":r=`block scalar indicator ${e[0]}`;break;case"@":case"`":r=`reserved character ${e[0]}`}return r&&t(0,"BAD_SCALAR_START",`Plain value cannot start with ${r}`),l(e)}(f,h);break;case"single-quoted-scalar":var d,_;s=n.Scalar.QUOTE_SINGLE,d=f,_=h,("'"!==d[d.length-1]||1===d.length)&&_(d.length,"MISSING_CHAR","Missing closing 'quote"),i=l(d.slice(1,-1)).replace(/''/g,"'");break;case"double-quoted-scalar":s=n.Scalar.QUOTE_DOUBLE,i=function(e,t){let r="";for(let n=1;n<e.length-1;++n){let a=e[n];if("\r"!==a||"\n"!==e[n+1])if("\n"===a){let{fold:t,offset:a}=function(e,t){let r="",n=e[t+1];for(;(" "===n||"	"===n||"\n"===n||"\r"===n)&&("\r"!==n||"\n"===e[t+2]);)"\n"===n&&(r+="\n"),t+=1,n=e[t+1];return r||(r=" "),{fold:r,offset:t}}(e,n);r+=t,n=a}else if("\\"===a){let a=e[++n],l=c[a];if(l)r+=l;else if("\n"===a)for(a=e[n+1];" "===a||"	"===a;)a=e[++n+1];else if("\r"===a&&"\n"===e[n+1])for(a=e[++n+1];" "===a||"	"===a;)a=e[++n+1];else if("x"===a||"u"===a||"U"===a){let l="x"===a?2:"u"===a?4:8;r+=function(e,t,r,n){let a=e.substr(t,r),l=a.length===r&&/^[0-9a-fA-F]+$/.test(a)?parseInt(a,16):0/0;try{return String.fromCodePoint(l)}catch{let a=e.substr(t-2,r+2);return n(t-2,"BAD_DQ_ESCAPE",`Invalid escape sequence ${a}`),a}}(e,n+1,l,t),n+=l}else{let a=e.substr(n-1,2);t(n-1,"BAD_DQ_ESCAPE",`Invalid escape sequence ${a}`),r+=a}}else if(" "===a||"	"===a){let t=n,l=e[n+1];for(;" "===l||"	"===l;)l=e[++n+1];"\n"!==l&&("\r"!==l||"\n"!==e[n+2])&&(r+=n>t?e.slice(t,n+1):a)}else r+=a}return('"'!==e[e.length-1]||1===e.length)&&t(e.length,"MISSING_CHAR",'Missing closing "quote'),r}(f,h);break;default:return r(e,"UNEXPECTED_TOKEN",`Expected a flow scalar value, but found: ${u}`),{value:"",type:null,comment:"",range:[o,o+f.length,o+f.length]}}let b=o+f.length,E=a.resolveEnd(g,b,t,r);return{value:i,type:s,comment:E.comment,range:[o,b,E.offset]}}}),

/***/ 223160:
/***/ ((e,t)=>{t.resolveProps=function(e,{flow:t,indicator:n,next:a,offset:s,onError:o,parentIndent:c,startOnNewline:r}){let l=!1,i=r,p=r,u="",d="",m=!1,f=!1,h=null,_=null,b=null,y=null,A=null,E=null,T=null;for(let s of e)switch(f&&("space"!==s.type&&"newline"!==s.type&&"comma"!==s.type&&o(s.offset,"MISSING_CHAR","Tags and anchors must be separated from the next token by white space"),f=!1),h&&(i&&"comment"!==s.type&&"newline"!==s.type&&o(h,"TAB_AS_INDENT","Tabs are not allowed as indentation"),h=null),s.type){case"space":!t&&("doc-start"!==n||a?.type!=="flow-collection")&&s.source.includes("	")&&(h=s),p=!0;break;case"comment":{p||o(s,"MISSING_CHAR","Comments must be separated from other tokens by white space characters");let e=s.source.substring(1)||" ";u?u+=d+e:u=e,d="",i=!1;break}case"newline":i?u?u+=s.source:E&&"seq-item-ind"===n||(l=!0):d+=s.source,i=!0,m=!0,(_||b)&&(y=s),p=!0;break;case"anchor":_&&o(s,"MULTIPLE_ANCHORS","A node can have at most one anchor"),s.source.endsWith(":")&&o(s.offset+s.source.length-1,"BAD_ALIAS","Anchor ending in : is ambiguous",!0),_=s,T??(T=s.offset),i=!1,p=!1,f=!0;break;case"tag":b&&o(s,"MULTIPLE_TAGS","A node can have at most one tag"),b=s,T??(T=s.offset),i=!1,p=!1,f=!0;break;case n:(_||b)&&o(s,"BAD_PROP_ORDER",`Anchors and tags must be after the ${s.source} indicator`),E&&o(s,"UNEXPECTED_TOKEN",`Unexpected ${s.source} in ${t??"collection"}`),E=s,i="seq-item-ind"===n||"explicit-key-ind"===n,p=!1;break;case"comma":if(t){A&&o(s,"UNEXPECTED_TOKEN",`Unexpected , in ${t}`),A=s,i=!1,p=!1;break}default:o(s,"UNEXPECTED_TOKEN",`Unexpected ${s.type} token`),i=!1,p=!1}let k=e[e.length-1],N=k?k.offset+k.source.length:s;return f&&a&&"space"!==a.type&&"newline"!==a.type&&"comma"!==a.type&&("scalar"!==a.type||""!==a.source)&&o(a.offset,"MISSING_CHAR","Tags and anchors must be separated from the next token by white space"),h&&(i&&h.indent<=c||a?.type==="block-map"||a?.type==="block-seq")&&o(h,"TAB_AS_INDENT","Tabs are not allowed as indentation"),{comma:A,found:E,spaceBefore:l,comment:u,hasNewline:m,anchor:_,tag:b,newlineAfterProp:y,end:N,start:T??N}}}),

/***/ 8077:
/***/ ((e,t)=>{t.containsNewline=function e(t){if(!t)return null;switch(t.type){case"alias":case"scalar":case"double-quoted-scalar":case"single-quoted-scalar":if(t.source.includes("\n"))return!0;if(t.end){for(let e of t.end)if("newline"===e.type)return!0}return!1;case"flow-collection":for(let n of t.items){for(let e of n.start)if("newline"===e.type)return!0;if(n.sep){for(let e of n.sep)if("newline"===e.type)return!0}if(e(n.key)||e(n.value))return!0}return!1;default:return!0}}}),

/***/ 109188:
/***/ ((e,t)=>{t.emptyScalarPosition=function(e,t,c){if(t){c??(c=t.length);for(let n=c-1;n>=0;--n){let c=t[n];switch(c.type){case"space":case"comment":case"newline":e-=c.source.length;continue}for(c=t[++n];c?.type==="space";)e+=c.source.length,c=t[++n];break}}return e}}),

/***/ 430223:
/***/ ((e,n,o)=>{var t=o(8077);n.flowIndentCheck=function(e,n,o){if(n?.type==="flow-collection"){let c=n.end[0];c.indent===e&&("]"===c.source||"}"===c.source)&&t.containsNewline(n)&&o(c,"BAD_INDENT","Flow end indicator should be more indented than parent",!0)}}}),

/***/ 189794:
/***/ ((e,t,a)=>{var n=a(426180);t.mapIncludes=function(e,t,a){let{uniqueKeys:l}=e.options;if(!1===l)return!1;let o="function"==typeof l?l:(e,t)=>e===t||n.isScalar(e)&&n.isScalar(t)&&e.value===t.value;return t.some(e=>o(e.key,a))}}),

/***/ 775079:
/***/ ((t,e,s)=>{var n=s(63688),i=s(309565),o=s(426180),r=s(126082),c=s(904010),h=s(438429),a=s(835397),l=s(219394),d=s(1042580),m=s(382060),u=s(133578);function v(t){if(o.isCollection(t))return!0;throw Error("Expected a YAML collection as document contents")}e.Document=class t{constructor(t,e,s){this.commentBefore=null,this.comment=null,this.errors=[],this.warnings=[],Object.defineProperty(this,o.NODE_TYPE,{value:o.DOC});let n=null;"function"==typeof e||Array.isArray(e)?n=e:void 0===s&&e&&(s=e,e=void 0);let i=Object.assign({intAsBigInt:!1,keepSourceTokens:!1,logLevel:"warn",prettyErrors:!0,strict:!0,stringKeys:!1,uniqueKeys:!0,version:"1.2"},s);this.options=i;let{version:r}=i;s?._directives?(this.directives=s._directives.atDocument(),this.directives.yaml.explicit&&(r=this.directives.yaml.version)):this.directives=new u.Directives({version:r}),this.setSchema(r,s),this.contents=void 0===t?null:this.createNode(t,n,s)}clone(){let e=Object.create(t.prototype,{[o.NODE_TYPE]:{value:o.DOC}});return e.commentBefore=this.commentBefore,e.comment=this.comment,e.errors=this.errors.slice(),e.warnings=this.warnings.slice(),e.options=Object.assign({},this.options),this.directives&&(e.directives=this.directives.clone()),e.schema=this.schema.clone(),e.contents=o.isNode(this.contents)?this.contents.clone(e.schema):this.contents,this.range&&(e.range=this.range.slice()),e}add(t){v(this.contents)&&this.contents.add(t)}addIn(t,e){v(this.contents)&&this.contents.addIn(t,e)}createAlias(t,e){if(!t.anchor){let s=l.anchorNames(this);t.anchor=!e||s.has(e)?l.findNewAnchor(e||"a",s):e}return new n.Alias(t.anchor)}createNode(t,e,s){let n;if("function"==typeof e)t=e.call({"":t},"",t),n=e;else if(Array.isArray(e)){let t=e.filter(t=>"number"==typeof t||t instanceof String||t instanceof Number).map(String);t.length>0&&(e=e.concat(t)),n=e}else void 0===s&&e&&(s=e,e=void 0);let{aliasDuplicateObjects:i,anchorPrefix:r,flow:c,keepUndefined:h,onTagObj:a,tag:d}=s??{},{onAnchor:u,setAnchors:v,sourceObjects:f}=l.createNodeAnchors(this,r||"a"),p={aliasDuplicateObjects:i??!0,keepUndefined:h??!1,onAnchor:u,onTagObj:a,replacer:n,schema:this.schema,sourceObjects:f},g=m.createNode(t,d,p);return c&&o.isCollection(g)&&(g.flow=!0),v(),g}createPair(t,e,s={}){let n=this.createNode(t,null,s),i=this.createNode(e,null,s);return new r.Pair(n,i)}delete(t){return!!v(this.contents)&&this.contents.delete(t)}deleteIn(t){return i.isEmptyPath(t)?null!=this.contents&&(this.contents=null,!0):!!v(this.contents)&&this.contents.deleteIn(t)}get(t,e){return o.isCollection(this.contents)?this.contents.get(t,e):void 0}getIn(t,e){return i.isEmptyPath(t)?!e&&o.isScalar(this.contents)?this.contents.value:this.contents:o.isCollection(this.contents)?this.contents.getIn(t,e):void 0}has(t){return!!o.isCollection(this.contents)&&this.contents.has(t)}hasIn(t){return i.isEmptyPath(t)?void 0!==this.contents:!!o.isCollection(this.contents)&&this.contents.hasIn(t)}set(t,e){null==this.contents?this.contents=i.collectionFromPath(this.schema,[t],e):v(this.contents)&&this.contents.set(t,e)}setIn(t,e){i.isEmptyPath(t)?this.contents=e:null==this.contents?this.contents=i.collectionFromPath(this.schema,Array.from(t),e):v(this.contents)&&this.contents.setIn(t,e)}setSchema(t,e={}){let s;switch("number"==typeof t&&(t=String(t)),t){case"1.1":this.directives?this.directives.yaml.version="1.1":this.directives=new u.Directives({version:"1.1"}),s={resolveKnownTags:!1,schema:"yaml-1.1"};break;case"1.2":case"next":this.directives?this.directives.yaml.version=t:this.directives=new u.Directives({version:t}),s={resolveKnownTags:!0,schema:"core"};break;case null:this.directives&&delete this.directives,s=null;break;default:{let e=JSON.stringify(t);throw Error(`Expected '1.1', '1.2' or null as first argument, but found: ${e}`)}}if(e.schema instanceof Object)this.schema=e.schema;else if(s)this.schema=new h.Schema(Object.assign(s,e));else throw Error("With a null YAML version, the { schema: Schema } option is required")}toJS({json:t,jsonArg:e,mapAsMap:s,maxAliasCount:n,onAnchor:i,reviver:o}={}){let r={anchors:new Map,doc:this,keep:!t,mapAsMap:!0===s,mapKeyWarned:!1,maxAliasCount:"number"==typeof n?n:100},h=c.toJS(this.contents,e??"",r);if("function"==typeof i)for(let{count:t,res:e}of r.anchors.values())i(e,t);return"function"==typeof o?d.applyReviver(o,{"":h},"",h):h}toJSON(t,e){return this.toJS({json:!0,jsonArg:t,mapAsMap:!1,onAnchor:e})}toString(t={}){if(this.errors.length>0)throw Error("Document with errors cannot be stringified");if("indent"in t&&(!Number.isInteger(t.indent)||0>=Number(t.indent))){let e=JSON.stringify(t.indent);throw Error(`"indent" option must be a positive integer, not ${e}`)}return a.stringifyDocument(this,t)}}}),

/***/ 219394:
/***/ ((e,o,t)=>{var r=t(426180),n=t(466948);function c(e){let o=new Set;return n.visit(e,{Value(e,t){t.anchor&&o.add(t.anchor)}}),o}function a(e,o){for(let t=1;;++t){let r=`${e}${t}`;if(!o.has(r))return r}}o.anchorIsValid=function(e){if(/[\x00-\x19\s,[\]{}]/.test(e)){let o=JSON.stringify(e);throw Error(`Anchor must not contain whitespace or control characters: ${o}`)}return!0},o.anchorNames=c,o.createNodeAnchors=function(e,o){let t=[],n=new Map,l=null;return{onAnchor:r=>{t.push(r),l??(l=c(e));let n=a(o,l);return l.add(n),n},setAnchors:()=>{for(let e of t){let o=n.get(e);if("object"==typeof o&&o.anchor&&(r.isScalar(o.node)||r.isCollection(o.node)))o.node.anchor=o.anchor;else{let o=Error("Failed to resolve repeated object (this should not happen)");throw o.source=e,o}}},sourceObjects:n}},o.findNewAnchor=a}),

/***/ 1042580:
/***/ ((e,t)=>{t.applyReviver=function e(t,l,o,r){if(r&&"object"==typeof r)if(Array.isArray(r))for(let l=0,o=r.length;l<o;++l){let o=r[l],f=e(t,r,String(l),o);void 0===f?delete r[l]:f!==o&&(r[l]=f)}else if(r instanceof Map)for(let l of Array.from(r.keys())){let o=r.get(l),f=e(t,r,l,o);void 0===f?r.delete(l):f!==o&&r.set(l,f)}else if(r instanceof Set)for(let l of Array.from(r)){let o=e(t,r,l,l);void 0===o?r.delete(l):o!==l&&(r.delete(l),r.add(o))}else for(let[l,o]of Object.entries(r)){let f=e(t,r,l,o);void 0===f?delete r[l]:f!==o&&(r[l]=f)}return t.call(l,o,r)}}),

/***/ 382060:
/***/ ((e,t,n)=>{var o=n(63688),a=n(426180),r=n(816053);t.createNode=function(e,t,n){let i;if(a.isDocument(e)&&(e=e.contents),a.isNode(e))return e;if(a.isPair(e)){let t=n.schema[a.MAP].createNode?.(n.schema,null,n);return t.items.push(e),t}(e instanceof String||e instanceof Number||e instanceof Boolean||"u">typeof BigInt&&e instanceof BigInt)&&(e=e.valueOf());let{aliasDuplicateObjects:f,onAnchor:c,onTagObj:l,schema:s,sourceObjects:u}=n;if(f&&e&&"object"==typeof e){if(i=u.get(e))return i.anchor??(i.anchor=c(e)),new o.Alias(i.anchor);i={anchor:null,node:null},u.set(e,i)}t?.startsWith("!!")&&(t="tag:yaml.org,2002:"+t.slice(2));let d=function(e,t,n){if(t){let e=n.filter(e=>e.tag===t),o=e.find(e=>!e.format)??e[0];if(!o)throw Error(`Tag ${t} not found`);return o}return n.find(t=>t.identify?.(e)&&!t.format)}(e,t,s.tags);if(!d){if(e&&"function"==typeof e.toJSON&&(e=e.toJSON()),!e||"object"!=typeof e){let t=new r.Scalar(e);return i&&(i.node=t),t}d=e instanceof Map?s[a.MAP]:Symbol.iterator in Object(e)?s[a.SEQ]:s[a.MAP]}l&&(l(d),delete n.onTagObj);let g=d?.createNode?d.createNode(n.schema,e,n):"function"==typeof d?.nodeClass?.from?d.nodeClass.from(n.schema,e,n):new r.Scalar(e);return t?g.tag=t:d.default||(g.tag=d.tag),i&&(i.node=g),g}}),

/***/ 133578:
/***/ ((t,e,s)=>{var i=s(426180),a=s(466948);let l={"!":"%21",",":"%2C","[":"%5B","]":"%5D","{":"%7B","}":"%7D"},n=t=>t.replace(/[!,[\]{}]/g,t=>l[t]);class r{constructor(t,e){this.docStart=null,this.docEnd=!1,this.yaml=Object.assign({},r.defaultYaml,t),this.tags=Object.assign({},r.defaultTags,e)}clone(){let t=new r(this.yaml,this.tags);return t.docStart=this.docStart,t}atDocument(){let t=new r(this.yaml,this.tags);switch(this.yaml.version){case"1.1":this.atNextDocument=!0;break;case"1.2":this.atNextDocument=!1,this.yaml={explicit:r.defaultYaml.explicit,version:"1.2"},this.tags=Object.assign({},r.defaultTags)}return t}add(t,e){this.atNextDocument&&(this.yaml={explicit:r.defaultYaml.explicit,version:"1.1"},this.tags=Object.assign({},r.defaultTags),this.atNextDocument=!1);let s=t.trim().split(/[ \t]+/),i=s.shift();switch(i){case"%TAG":{if(2!==s.length&&(e(0,"%TAG directive should contain exactly two parts"),s.length<2))return!1;let[t,i]=s;return this.tags[t]=i,!0}case"%YAML":{if(this.yaml.explicit=!0,1!==s.length)return e(0,"%YAML directive should contain exactly one part"),!1;let[t]=s;if("1.1"===t||"1.2"===t)return this.yaml.version=t,!0;{let s=/^\d+\.\d+$/.test(t);return e(6,`Unsupported YAML version ${t}`,s),!1}}default:return e(0,`Unknown directive ${i}`,!0),!1}}tagName(t,e){if("!"===t)return"!";if("!"!==t[0])return e(`Not a valid tag: ${t}`),null;if("<"===t[1]){let s=t.slice(2,-1);return"!"===s||"!!"===s?(e(`Verbatim tags aren't resolved, so ${t} is invalid.`),null):(">"!==t[t.length-1]&&e("Verbatim tags must end with a >"),s)}let[,s,i]=t.match(/^(.*!)([^!]*)$/s);i||e(`The ${t} tag has no suffix`);let a=this.tags[s];if(a)try{return a+decodeURIComponent(i)}catch(t){return e(String(t)),null}return"!"===s?t:(e(`Could not resolve tag: ${t}`),null)}tagString(t){for(let[e,s]of Object.entries(this.tags))if(t.startsWith(s))return e+n(t.substring(s.length));return"!"===t[0]?t:`!<${t}>`}toString(t){let e,s=this.yaml.explicit?[`%YAML ${this.yaml.version||"1.2"}`]:[],l=Object.entries(this.tags);if(t&&l.length>0&&i.isNode(t.contents)){let s={};a.visit(t.contents,(t,e)=>{i.isNode(e)&&e.tag&&(s[e.tag]=!0)}),e=Object.keys(s)}else e=[];for(let[i,a]of l)("!!"!==i||"tag:yaml.org,2002:"!==a)&&(!t||e.some(t=>t.startsWith(a)))&&s.push(`%TAG ${i} ${a}`);return s.join("\n")}}r.defaultYaml={explicit:!1,version:"1.2"},r.defaultTags={"!!":"tag:yaml.org,2002:"},e.Directives=r}),

/***/ 119203:
/***/ ((s,t)=>{class e extends Error{constructor(s,t,e,r){super(),this.name=s,this.code=e,this.message=r,this.pos=t}}t.YAMLError=e,t.YAMLParseError=class extends e{constructor(s,t,e){super("YAMLParseError",s,t,e)}},t.YAMLWarning=class extends e{constructor(s,t,e){super("YAMLWarning",s,t,e)}},t.prettifyError=(s,t)=>e=>{if(-1===e.pos[0])return;e.linePos=e.pos.map(s=>t.linePos(s));let{line:r,col:n}=e.linePos[0];e.message+=` at line ${r}, column ${n}`;let i=n-1,l=s.substring(t.lineStarts[r-1],t.lineStarts[r]).replace(/[\n\r]+$/,"");if(i>=60&&l.length>80){let s=Math.min(i-39,l.length-79);l="…"+l.substring(s),i-=s-1}if(l.length>80&&(l=l.substring(0,79)+"…"),r>1&&/^ *$/.test(l.substring(0,i))){let e=s.substring(t.lineStarts[r-2],t.lineStarts[r-1]);e.length>80&&(e=e.substring(0,79)+"…\n"),l=e+l}if(/[^ ]/.test(l)){let s=1,t=e.linePos[1];t?.line===r&&t.col>n&&(s=Math.max(1,Math.min(t.col-n,80-i)));let a=" ".repeat(i)+"^".repeat(s);e.message+=`:

${l}
${a}
`}}}),

/***/ 464659:
/***/ ((r,s,e)=>{var i=e(981790),a=e(775079),o=e(438429),n=e(119203),c=e(63688),t=e(426180),l=e(126082),A=e(816053),p=e(696065),L=e(627591),M=(e(407370),e(445926)),m=e(811404),_=e(929254),u=e(763907),S=e(466948);i.Composer,a.Document,o.Schema,n.YAMLError,n.YAMLParseError,n.YAMLWarning,c.Alias,t.isAlias,t.isCollection,t.isDocument,t.isMap,t.isNode,t.isPair,t.isScalar,t.isSeq,l.Pair,A.Scalar,p.YAMLMap,L.YAMLSeq,M.Lexer,s.HN=m.LineCounter,_.Parser,u.parse,u.parseAllDocuments,s.Tp=u.parseDocument,u.stringify,S.visit,S.visitAsync}),

/***/ 580960:
/***/ ((n,o,e)=>{var t=e(189053);o.debug=function(n,...o){"debug"===n&&console.log(...o)},o.warn=function(n,o){("debug"===n||"warn"===n)&&("function"==typeof t.emitWarning?t.emitWarning(o):console.warn(o))}}),

/***/ 63688:
/***/ ((e,s,r)=>{var t=r(219394),o=r(466948),i=r(426180),a=r(1042248),l=r(904010);class n extends a.NodeBase{constructor(e){super(i.ALIAS),this.source=e,Object.defineProperty(this,"tag",{set(){throw Error("Alias nodes cannot have tags")}})}resolve(e,s){let r,t;if(s?.maxAliasCount===0)throw ReferenceError("Alias resolution is disabled");for(let a of(s?.aliasResolveCache?r=s.aliasResolveCache:(r=[],o.visit(e,{Node:(e,s)=>{(i.isAlias(s)||i.hasAnchor(s))&&r.push(s)}}),s&&(s.aliasResolveCache=r)),r)){if(a===this)break;a.anchor===this.source&&(t=a)}if(t&&s){let{anchors:e,doc:r,maxAliasCount:o}=s,a=e.get(t);if(a||(l.toJS(t,null,s),a=e.get(t)),a?.res===void 0)throw ReferenceError("This should not happen: Alias anchor was not resolved?");if(o>=0&&(a.count+=1,0===a.aliasCount&&(a.aliasCount=function e(s,r,t){if(i.isAlias(r)){let e=r.resolve(s),o=t&&e&&t.get(e);return o?o.count*o.aliasCount:0}if(i.isCollection(r)){let o=0;for(let i of r.items){let r=e(s,i,t);r>o&&(o=r)}return o}return i.isPair(r)?Math.max(e(s,r.key,t),e(s,r.value,t)):1}(r,t,e)),a.count*a.aliasCount>o))throw ReferenceError("Excessive alias count indicates a resource exhaustion attack")}return t}toJSON(e,s){if(!s)return{source:this.source};let r=this.resolve(s.doc,s);if(!r)throw ReferenceError(`Unresolved alias (the anchor must be set before the alias): ${this.source}`);return s.anchors.get(r).res}toString(e,s,r){let o=`*${this.source}`;if(e){if(t.anchorIsValid(this.source),e.options.verifyAliasOrder&&!e.anchors.has(this.source))throw Error(`Unresolved alias (the anchor must be set before the alias): ${this.source}`);if(e.implicitKey)return`${o} `}return o}}s.Alias=n}),

/***/ 309565:
/***/ ((e,t,i)=>{var l=i(382060),s=i(426180),n=i(1042248);function r(e,t,i){let s=i;for(let e=t.length-1;e>=0;--e){let i=t[e];if("number"==typeof i&&Number.isInteger(i)&&i>=0){let e=[];e[i]=s,s=e}else s=new Map([[i,s]])}return l.createNode(s,void 0,{aliasDuplicateObjects:!1,keepUndefined:!1,onAnchor:()=>{throw Error("This should not happen, please report a bug.")},schema:e,sourceObjects:new Map})}let o=e=>null==e||"object"==typeof e&&!!e[Symbol.iterator]().next().done;class a extends n.NodeBase{constructor(e,t){super(e),Object.defineProperty(this,"schema",{value:t,configurable:!0,enumerable:!1,writable:!0})}clone(e){let t=Object.create(Object.getPrototypeOf(this),Object.getOwnPropertyDescriptors(this));return e&&(t.schema=e),t.items=t.items.map(t=>s.isNode(t)||s.isPair(t)?t.clone(e):t),this.range&&(t.range=this.range.slice()),t}addIn(e,t){if(o(e))this.add(t);else{let[i,...l]=e,n=this.get(i,!0);if(s.isCollection(n))n.addIn(l,t);else if(void 0===n&&this.schema)this.set(i,r(this.schema,l,t));else throw Error(`Expected YAML collection at ${i}. Remaining path: ${l}`)}}deleteIn(e){let[t,...i]=e;if(0===i.length)return this.delete(t);let l=this.get(t,!0);if(s.isCollection(l))return l.deleteIn(i);throw Error(`Expected YAML collection at ${t}. Remaining path: ${i}`)}getIn(e,t){let[i,...l]=e,n=this.get(i,!0);return 0===l.length?!t&&s.isScalar(n)?n.value:n:s.isCollection(n)?n.getIn(l,t):void 0}hasAllNullValues(e){return this.items.every(t=>{if(!s.isPair(t))return!1;let i=t.value;return null==i||e&&s.isScalar(i)&&null==i.value&&!i.commentBefore&&!i.comment&&!i.tag})}hasIn(e){let[t,...i]=e;if(0===i.length)return this.has(t);let l=this.get(t,!0);return!!s.isCollection(l)&&l.hasIn(i)}setIn(e,t){let[i,...l]=e;if(0===l.length)this.set(i,t);else{let e=this.get(i,!0);if(s.isCollection(e))e.setIn(l,t);else if(void 0===e&&this.schema)this.set(i,r(this.schema,l,t));else throw Error(`Expected YAML collection at ${i}. Remaining path: ${l}`)}}}t.Collection=a,t.collectionFromPath=r,t.isEmptyPath=o}),

/***/ 1042248:
/***/ ((e,t,r)=>{var o=r(1042580),n=r(426180),a=r(904010);t.NodeBase=class{constructor(e){Object.defineProperty(this,n.NODE_TYPE,{value:e})}clone(){let e=Object.create(Object.getPrototypeOf(this),Object.getOwnPropertyDescriptors(this));return this.range&&(e.range=this.range.slice()),e}toJS(e,{mapAsMap:t,maxAliasCount:r,onAnchor:s,reviver:c}={}){if(!n.isDocument(e))throw TypeError("A document argument is required");let i={anchors:new Map,doc:e,keep:!0,mapAsMap:!0===t,mapKeyWarned:!1,maxAliasCount:"number"==typeof r?r:100},p=a.toJS(this,"",i);if("function"==typeof s)for(let{count:e,res:t}of i.anchors.values())s(t,e);return"function"==typeof c?o.applyReviver(c,{"":p},"",p):p}}}),

/***/ 126082:
/***/ ((e,t,r)=>{var i=r(382060),n=r(53781),o=r(438942),a=r(426180);class s{constructor(e,t=null){Object.defineProperty(this,a.NODE_TYPE,{value:a.PAIR}),this.key=e,this.value=t}clone(e){let{key:t,value:r}=this;return a.isNode(t)&&(t=t.clone(e)),a.isNode(r)&&(r=r.clone(e)),new s(t,r)}toJSON(e,t){let r=t?.mapAsMap?new Map:{};return o.addPairToJSMap(t,r,this)}toString(e,t,r){return e?.doc?n.stringifyPair(this,e,t,r):JSON.stringify(this)}}t.Pair=s,t.createPair=function(e,t,r){return new s(i.createNode(e,void 0,r),i.createNode(t,void 0,r))}}),

/***/ 816053:
/***/ ((t,e,L)=>{var _=L(426180),a=L(1042248),O=L(904010);class o extends a.NodeBase{constructor(t){super(_.SCALAR),this.value=t}toJSON(t,e){return e?.keep?this.value:O.toJS(this.value,t,e)}toString(){return String(this.value)}}o.BLOCK_FOLDED="BLOCK_FOLDED",o.BLOCK_LITERAL="BLOCK_LITERAL",o.PLAIN="PLAIN",o.QUOTE_DOUBLE="QUOTE_DOUBLE",o.QUOTE_SINGLE="QUOTE_SINGLE",e.Scalar=o,e.isScalarValue=t=>!t||"function"!=typeof t&&"object"!=typeof t}),

/***/ 696065:
/***/ ((e,t,i)=>{var s=i(209081),a=i(438942),r=i(309565),l=i(426180),n=i(126082),o=i(816053);function u(e,t){let i=l.isScalar(t)?t.value:t;for(let s of e)if(l.isPair(s)&&(s.key===t||s.key===i||l.isScalar(s.key)&&s.key.value===i))return s}class f extends r.Collection{static get tagName(){return"tag:yaml.org,2002:map"}constructor(e){super(l.MAP,e),this.items=[]}static from(e,t,i){let{keepUndefined:s,replacer:a}=i,r=new this(e),l=(e,l)=>{if("function"==typeof a)l=a.call(t,e,l);else if(Array.isArray(a)&&!a.includes(e))return;(void 0!==l||s)&&r.items.push(n.createPair(e,l,i))};if(t instanceof Map)for(let[e,i]of t)l(e,i);else if(t&&"object"==typeof t)for(let e of Object.keys(t))l(e,t[e]);return"function"==typeof e.sortMapEntries&&r.items.sort(e.sortMapEntries),r}add(e,t){let i;i=l.isPair(e)?e:e&&"object"==typeof e&&"key"in e?new n.Pair(e.key,e.value):new n.Pair(e,e?.value);let s=u(this.items,i.key),a=this.schema?.sortMapEntries;if(s){if(!t)throw Error(`Key ${i.key} already set`);l.isScalar(s.value)&&o.isScalarValue(i.value)?s.value.value=i.value:s.value=i.value}else if(a){let e=this.items.findIndex(e=>0>a(i,e));-1===e?this.items.push(i):this.items.splice(e,0,i)}else this.items.push(i)}delete(e){let t=u(this.items,e);return!!t&&this.items.splice(this.items.indexOf(t),1).length>0}get(e,t){let i=u(this.items,e),s=i?.value;return(!t&&l.isScalar(s)?s.value:s)??void 0}has(e){return!!u(this.items,e)}set(e,t){this.add(new n.Pair(e,t),!0)}toJSON(e,t,i){let s=i?new i:t?.mapAsMap?new Map:{};for(let e of(t?.onCreate&&t.onCreate(s),this.items))a.addPairToJSMap(t,s,e);return s}toString(e,t,i){if(!e)return JSON.stringify(this);for(let e of this.items)if(!l.isPair(e))throw Error(`Map items must all be pairs; found ${JSON.stringify(e)} instead`);return!e.allNullValues&&this.hasAllNullValues(!1)&&(e=Object.assign({},e,{allNullValues:!0})),s.stringifyCollection(this,e,{blockItemPrefix:"",flowChars:{start:"{",end:"}"},itemIndent:e.indent||"",onChompKeep:i,onComment:t})}}t.YAMLMap=f,t.findPair=u}),

/***/ 627591:
/***/ ((t,e,r)=>{var i=r(382060),n=r(209081),s=r(309565),l=r(426180),o=r(816053),a=r(904010);class u extends s.Collection{static get tagName(){return"tag:yaml.org,2002:seq"}constructor(t){super(l.SEQ,t),this.items=[]}add(t){this.items.push(t)}delete(t){let e=f(t);return"number"==typeof e&&this.items.splice(e,1).length>0}get(t,e){let r=f(t);if("number"!=typeof r)return;let i=this.items[r];return!e&&l.isScalar(i)?i.value:i}has(t){let e=f(t);return"number"==typeof e&&e<this.items.length}set(t,e){let r=f(t);if("number"!=typeof r)throw Error(`Expected a valid index, not ${t}.`);let i=this.items[r];l.isScalar(i)&&o.isScalarValue(e)?i.value=e:this.items[r]=e}toJSON(t,e){let r=[];e?.onCreate&&e.onCreate(r);let i=0;for(let t of this.items)r.push(a.toJS(t,String(i++),e));return r}toString(t,e,r){return t?n.stringifyCollection(this,t,{blockItemPrefix:"- ",flowChars:{start:"[",end:"]"},itemIndent:(t.indent||"")+"  ",onChompKeep:r,onComment:e}):JSON.stringify(this)}static from(t,e,r){let{replacer:n}=r,s=new this(t);if(e&&Symbol.iterator in Object(e)){let t=0;for(let l of e){if("function"==typeof n){let r=e instanceof Set?l:String(t++);l=n.call(e,r,l)}s.items.push(i.createNode(l,void 0,r))}}return s}}function f(t){let e=l.isScalar(t)?t.value:t;return e&&"string"==typeof e&&(e=Number(e)),"number"==typeof e&&Number.isInteger(e)&&e>=0?e:null}e.YAMLSeq=u}),

/***/ 438942:
/***/ ((e,t,i)=>{var n=i(580960),o=i(376590),r=i(17466),a=i(426180),s=i(904010);t.addPairToJSMap=function(e,t,{key:i,value:l}){if(a.isNode(i)&&i.addToJSMap)i.addToJSMap(e,t,l);else if(o.isMergeKey(e,i))o.addMergeToJSMap(e,t,l);else{let o=s.toJS(i,"",e);if(t instanceof Map)t.set(o,s.toJS(l,o,e));else if(t instanceof Set)t.add(o);else{let c=function(e,t,i){if(null===t)return"";if("object"!=typeof t)return String(t);if(a.isNode(e)&&i?.doc){let t=r.createStringifyContext(i.doc,{});for(let e of(t.anchors=new Set,i.anchors.keys()))t.anchors.add(e.anchor);t.inFlow=!0,t.inStringifyKey=!0;let o=e.toString(t);if(!i.mapKeyWarned){let e=JSON.stringify(o);e.length>40&&(e=e.substring(0,36)+'..."'),n.warn(i.doc.options.logLevel,`Keys with collection values will be stringified due to JS Object restrictions: ${e}. Set mapAsMap: true to use object keys.`),i.mapKeyWarned=!0}return o}return JSON.stringify(t)}(i,o,e),d=s.toJS(l,c,e);c in t?Object.defineProperty(t,c,{value:d,writable:!0,enumerable:!0,configurable:!0}):t[c]=d}}return t}}),

/***/ 426180:
/***/ ((o,e)=>{let t=Symbol.for("yaml.alias"),a=Symbol.for("yaml.document"),c=Symbol.for("yaml.map"),y=Symbol.for("yaml.pair"),l=Symbol.for("yaml.scalar"),s=Symbol.for("yaml.seq"),r=Symbol.for("yaml.node.type"),f=o=>!!o&&"object"==typeof o&&o[r]===l;function i(o){if(o&&"object"==typeof o)switch(o[r]){case c:case s:return!0}return!1}e.ALIAS=t,e.DOC=a,e.MAP=c,e.NODE_TYPE=r,e.PAIR=y,e.SCALAR=l,e.SEQ=s,e.hasAnchor=o=>(f(o)||i(o))&&!!o.anchor,e.isAlias=o=>!!o&&"object"==typeof o&&o[r]===t,e.isCollection=i,e.isDocument=o=>!!o&&"object"==typeof o&&o[r]===a,e.isMap=o=>!!o&&"object"==typeof o&&o[r]===c,e.isNode=function(o){if(o&&"object"==typeof o)switch(o[r]){case t:case c:case l:case s:return!0}return!1},e.isPair=o=>!!o&&"object"==typeof o&&o[r]===y,e.isScalar=f,e.isSeq=o=>!!o&&"object"==typeof o&&o[r]===s}),

/***/ 904010:
/***/ ((e,t,r)=>{var n=r(426180);t.toJS=function e(t,r,o){if(Array.isArray(t))return t.map((t,r)=>e(t,String(r),o));if(t&&"function"==typeof t.toJSON){if(!o||!n.hasAnchor(t))return t.toJSON(r,o);let e={aliasCount:0,count:1,res:void 0};o.anchors.set(t,e),o.onCreate=t=>{e.res=t,delete o.onCreate};let a=t.toJSON(r,o);return o.onCreate&&o.onCreate(a),a}return"bigint"!=typeof t||o?.keep?t:Number(t)}}),

/***/ 345301:
/***/ ((e,t,s)=>{var a=s(123295),r=s(529917),l=s(119203),c=s(434194);function n(e,t){if(t)for(let s of t)switch(s.type){case"space":case"comment":e.push(s);break;case"newline":return e.push(s),!0}return!1}function o(e,t,s){switch(e.type){case"scalar":case"double-quoted-scalar":case"single-quoted-scalar":e.type=s,e.source=t;break;case"block-scalar":{let a=e.props.slice(1),r=t.length;for(let t of("block-scalar-header"===e.props[0].type&&(r-=e.props[0].source.length),a))t.offset+=r;delete e.props,Object.assign(e,{type:s,source:t,end:a});break}case"block-map":case"block-seq":{let a={type:"newline",offset:e.offset+t.length,indent:e.indent,source:"\n"};delete e.items,Object.assign(e,{type:s,source:t,end:[a]});break}default:{let a="indent"in e?e.indent:-1,r="end"in e&&Array.isArray(e.end)?e.end.filter(e=>"space"===e.type||"comment"===e.type||"newline"===e.type):[];for(let t of Object.keys(e))"type"!==t&&"offset"!==t&&delete e[t];Object.assign(e,{type:s,indent:a,source:t,end:r})}}}t.createScalarToken=function(e,t){let{implicitKey:s=!1,indent:a,inFlow:r=!1,offset:l=-1,type:o="PLAIN"}=t,i=c.stringifyString({type:o,value:e},{implicitKey:s,indent:a>0?" ".repeat(a):"",inFlow:r,options:{blockQuote:!0,lineWidth:-1}}),u=t.end??[{type:"newline",offset:-1,indent:a,source:"\n"}];switch(i[0]){case"|":case">":{let e=i.indexOf("\n"),t=i.substring(0,e),s=i.substring(e+1)+"\n",r=[{type:"block-scalar-header",offset:l,indent:a,source:t}];return n(r,u)||r.push({type:"newline",offset:-1,indent:a,source:"\n"}),{type:"block-scalar",offset:l,indent:a,props:r,source:s}}case'"':return{type:"double-quoted-scalar",offset:l,indent:a,source:i,end:u};case"'":return{type:"single-quoted-scalar",offset:l,indent:a,source:i,end:u};default:return{type:"scalar",offset:l,indent:a,source:i,end:u}}},t.resolveAsScalar=function(e,t=!0,s){if(e){let c=(e,t,a)=>{let r="number"==typeof e?e:Array.isArray(e)?e[0]:e.offset;if(s)s(r,t,a);else throw new l.YAMLParseError([r,r+1],t,a)};switch(e.type){case"scalar":case"single-quoted-scalar":case"double-quoted-scalar":return r.resolveFlowScalar(e,t,c);case"block-scalar":return a.resolveBlockScalar({options:{strict:t}},e,c)}}return null},t.setScalarValue=function(e,t,s={}){let{afterKey:a=!1,implicitKey:r=!1,inFlow:l=!1,type:i}=s,u="indent"in e?e.indent:null;if(a&&"number"==typeof u&&(u+=2),!i)switch(e.type){case"single-quoted-scalar":i="QUOTE_SINGLE";break;case"double-quoted-scalar":i="QUOTE_DOUBLE";break;case"block-scalar":{let t=e.props[0];if("block-scalar-header"!==t.type)throw Error("Invalid block scalar header");i=">"===t.source[0]?"BLOCK_FOLDED":"BLOCK_LITERAL";break}default:i="PLAIN"}let d=c.stringifyString({type:i,value:t},{implicitKey:r||null===u,indent:null!==u&&u>0?" ".repeat(u):"",inFlow:l,options:{blockQuote:!0,lineWidth:-1}});switch(d[0]){case"|":case">":!function(e,t){let s=t.indexOf("\n"),a=t.substring(0,s),r=t.substring(s+1)+"\n";if("block-scalar"===e.type){let t=e.props[0];if("block-scalar-header"!==t.type)throw Error("Invalid block scalar header");t.source=a,e.source=r}else{let{offset:t}=e,s="indent"in e?e.indent:-1,l=[{type:"block-scalar-header",offset:t,indent:s,source:a}];for(let t of(n(l,"end"in e?e.end:void 0)||l.push({type:"newline",offset:-1,indent:s,source:"\n"}),Object.keys(e)))"type"!==t&&"offset"!==t&&delete e[t];Object.assign(e,{type:"block-scalar",indent:s,props:l,source:r})}}(e,d);break;case'"':o(e,d,"double-quoted-scalar");break;case"'":o(e,d,"single-quoted-scalar");break;default:o(e,d,"scalar")}}}),

/***/ 890051:
/***/ ((e,o)=>{function t(e){switch(e.type){case"block-scalar":{let o="";for(let r of e.props)o+=t(r);return o+e.source}case"block-map":case"block-seq":{let o="";for(let t of e.items)o+=r(t);return o}case"flow-collection":{let o=e.start.source;for(let t of e.items)o+=r(t);for(let t of e.end)o+=t.source;return o}case"document":{let o=r(e);if(e.end)for(let t of e.end)o+=t.source;return o}default:{let o=e.source;if("end"in e&&e.end)for(let t of e.end)o+=t.source;return o}}}function r({start:e,key:o,sep:c,value:f}){let l="";for(let o of e)l+=o.source;if(o&&(l+=t(o)),c)for(let e of c)l+=e.source;return f&&(l+=t(f)),l}o.stringify=e=>"type"in e?t(e):r(e)}),

/***/ 419100:
/***/ ((e,t)=>{let i=Symbol("break visit"),n=Symbol("skip children"),o=Symbol("remove item");function r(e,t){"type"in e&&"document"===e.type&&(e={start:e.start,value:e.value}),function e(t,n,r){let l=r(n,t);if("symbol"==typeof l)return l;for(let f of["key","value"]){let c=n[f];if(c&&"items"in c){for(let n=0;n<c.items.length;++n){let l=e(Object.freeze(t.concat([[f,n]])),c.items[n],r);if("number"==typeof l)n=l-1;else{if(l===i)return i;l===o&&(c.items.splice(n,1),n-=1)}}"function"==typeof l&&"key"===f&&(l=l(n,t))}}return"function"==typeof l?l(n,t):l}(Object.freeze([]),e,t)}r.BREAK=i,r.SKIP=n,r.REMOVE=o,r.itemAtPath=(e,t)=>{let i=e;for(let[e,n]of t){let t=i?.[e];if(!t||!("items"in t))return;i=t.items[n]}return i},r.parentCollection=(e,t)=>{let i=r.itemAtPath(e,t.slice(0,-1)),n=t[t.length-1][0],o=i?.[n];if(o&&"items"in o)return o;throw Error("Parent collection not found")},t.visit=r}),

/***/ 407370:
/***/ ((e,r,a)=>{var t=a(345301),c=a(890051),s=a(419100);r.createScalarToken=t.createScalarToken,r.resolveAsScalar=t.resolveAsScalar,r.setScalarValue=t.setScalarValue,r.stringify=c.stringify,r.visit=s.visit,r.BOM="\uFEFF",r.DOCUMENT="\x02",r.FLOW_END="\x18",r.SCALAR="\x1f",r.isCollection=e=>!!e&&"items"in e,r.isScalar=e=>!!e&&("scalar"===e.type||"single-quoted-scalar"===e.type||"double-quoted-scalar"===e.type||"block-scalar"===e.type),r.prettyToken=function(e){switch(e){case"\uFEFF":return"<BOM>";case"\x02":return"<DOC>";case"\x18":return"<FLOW_END>";case"\x1f":return"<SCALAR>";default:return JSON.stringify(e)}},r.tokenType=function(e){switch(e){case"\uFEFF":return"byte-order-mark";case"\x02":return"doc-mode";case"\x18":return"flow-error-end";case"\x1f":return"scalar";case"---":return"doc-start";case"...":return"doc-end";case"":case"\n":case"\r\n":return"newline";case"-":return"seq-item-ind";case"?":return"explicit-key-ind";case":":return"map-value-ind";case"{":return"flow-map-start";case"}":return"flow-map-end";case"[":return"flow-seq-start";case"]":return"flow-seq-end";case",":return"comma"}switch(e[0]){case" ":case"	":return"space";case"#":return"comment";case"%":return"directive-line";case"*":return"alias";case"&":return"anchor";case"!":return"tag";case"'":return"single-quoted-scalar";case'"':return"double-quoted-scalar";case"|":case">":return"block-scalar-header"}return null}}),

/***/ 445926:
/***/ ((e,t,s)=>{var i=s(407370);function h(e){switch(e){case void 0:case" ":case"\n":case"\r":case"	":return!0;default:return!1}}let r=new Set("0123456789ABCDEFabcdef"),l=new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()"),n=new Set(",[]{}"),a=new Set(" ,[]{}\n\r	"),u=e=>!e||a.has(e);t.Lexer=class{constructor(){this.atEnd=!1,this.blockScalarIndent=-1,this.blockScalarKeep=!1,this.buffer="",this.flowKey=!1,this.flowLevel=0,this.indentNext=0,this.indentValue=0,this.lineEndPos=null,this.next=null,this.pos=0}*lex(e,t=!1){if(e){if("string"!=typeof e)throw TypeError("source is not a string");this.buffer=this.buffer?this.buffer+e:e,this.lineEndPos=null}this.atEnd=!t;let s=this.next??"stream";for(;s&&(t||this.hasChars(1));)s=yield*this.parseNext(s)}atLineEnd(){let e=this.pos,t=this.buffer[e];for(;" "===t||"	"===t;)t=this.buffer[++e];return!t||"#"===t||"\n"===t||"\r"===t&&"\n"===this.buffer[e+1]}charAt(e){return this.buffer[this.pos+e]}continueScalar(e){let t=this.buffer[e];if(this.indentNext>0){let s=0;for(;" "===t;)t=this.buffer[++s+e];if("\r"===t){let t=this.buffer[s+e+1];if("\n"===t||!t&&!this.atEnd)return e+s+1}return"\n"!==t&&!(s>=this.indentNext)&&(t||this.atEnd)?-1:e+s}if("-"===t||"."===t){let t=this.buffer.substr(e,3);if(("---"===t||"..."===t)&&h(this.buffer[e+3]))return -1}return e}getLine(){let e=this.lineEndPos;return(("number"!=typeof e||-1!==e&&e<this.pos)&&(e=this.buffer.indexOf("\n",this.pos),this.lineEndPos=e),-1===e)?this.atEnd?this.buffer.substring(this.pos):null:("\r"===this.buffer[e-1]&&(e-=1),this.buffer.substring(this.pos,e))}hasChars(e){return this.pos+e<=this.buffer.length}setNext(e){return this.buffer=this.buffer.substring(this.pos),this.pos=0,this.lineEndPos=null,this.next=e,null}peek(e){return this.buffer.substr(this.pos,e)}*parseNext(e){switch(e){case"stream":return yield*this.parseStream();case"line-start":return yield*this.parseLineStart();case"block-start":return yield*this.parseBlockStart();case"doc":return yield*this.parseDocument();case"flow":return yield*this.parseFlowCollection();case"quoted-scalar":return yield*this.parseQuotedScalar();case"block-scalar":return yield*this.parseBlockScalar();case"plain-scalar":return yield*this.parsePlainScalar()}}*parseStream(){let e=this.getLine();if(null===e)return this.setNext("stream");if(e[0]===i.BOM&&(yield*this.pushCount(1),e=e.substring(1)),"%"===e[0]){let t=e.length,s=e.indexOf("#");for(;-1!==s;){let i=e[s-1];if(" "===i||"	"===i){t=s-1;break}s=e.indexOf("#",s+1)}for(;;){let s=e[t-1];if(" "===s||"	"===s)t-=1;else break}let i=(yield*this.pushCount(t))+(yield*this.pushSpaces(!0));return yield*this.pushCount(e.length-i),this.pushNewline(),"stream"}if(this.atLineEnd()){let t=yield*this.pushSpaces(!0);return yield*this.pushCount(e.length-t),yield*this.pushNewline(),"stream"}return yield i.DOCUMENT,yield*this.parseLineStart()}*parseLineStart(){let e=this.charAt(0);if(!e&&!this.atEnd)return this.setNext("line-start");if("-"===e||"."===e){if(!this.atEnd&&!this.hasChars(4))return this.setNext("line-start");let e=this.peek(3);if(("---"===e||"..."===e)&&h(this.charAt(3)))return yield*this.pushCount(3),this.indentValue=0,this.indentNext=0,"---"===e?"doc":"stream"}return this.indentValue=yield*this.pushSpaces(!1),this.indentNext>this.indentValue&&!h(this.charAt(1))&&(this.indentNext=this.indentValue),yield*this.parseBlockStart()}*parseBlockStart(){let[e,t]=this.peek(2);if(!t&&!this.atEnd)return this.setNext("block-start");if(("-"===e||"?"===e||":"===e)&&h(t)){let e=(yield*this.pushCount(1))+(yield*this.pushSpaces(!0));return this.indentNext=this.indentValue+1,this.indentValue+=e,"block-start"}return"doc"}*parseDocument(){yield*this.pushSpaces(!0);let e=this.getLine();if(null===e)return this.setNext("doc");let t=yield*this.pushIndicators();switch(e[t]){case"#":yield*this.pushCount(e.length-t);case void 0:return yield*this.pushNewline(),yield*this.parseLineStart();case"{":case"[":return yield*this.pushCount(1),this.flowKey=!1,this.flowLevel=1,"flow";case"}":case"]":return yield*this.pushCount(1),"doc";case"*":return yield*this.pushUntil(u),"doc";case'"':case"'":return yield*this.parseQuotedScalar();case"|":case">":return t+=yield*this.parseBlockScalarHeader(),t+=yield*this.pushSpaces(!0),yield*this.pushCount(e.length-t),yield*this.pushNewline(),yield*this.parseBlockScalar();default:return yield*this.parsePlainScalar()}}*parseFlowCollection(){let e,t,s=-1;do(e=yield*this.pushNewline())>0?(t=yield*this.pushSpaces(!1),this.indentValue=s=t):t=0,t+=yield*this.pushSpaces(!0);while(e+t>0);let r=this.getLine();if(null===r)return this.setNext("flow");if((-1!==s&&s<this.indentNext&&"#"!==r[0]||0===s&&(r.startsWith("---")||r.startsWith("..."))&&h(r[3]))&&(s!==this.indentNext-1||1!==this.flowLevel||"]"!==r[0]&&"}"!==r[0]))return this.flowLevel=0,yield i.FLOW_END,yield*this.parseLineStart();let l=0;for(;","===r[l];)l+=yield*this.pushCount(1),l+=yield*this.pushSpaces(!0),this.flowKey=!1;switch(r[l+=yield*this.pushIndicators()]){case void 0:return"flow";case"#":return yield*this.pushCount(r.length-l),"flow";case"{":case"[":return yield*this.pushCount(1),this.flowKey=!1,this.flowLevel+=1,"flow";case"}":case"]":return yield*this.pushCount(1),this.flowKey=!0,this.flowLevel-=1,this.flowLevel?"flow":"doc";case"*":return yield*this.pushUntil(u),"flow";case'"':case"'":return this.flowKey=!0,yield*this.parseQuotedScalar();case":":{let e=this.charAt(1);if(this.flowKey||h(e)||","===e)return this.flowKey=!1,yield*this.pushCount(1),yield*this.pushSpaces(!0),"flow"}default:return this.flowKey=!1,yield*this.parsePlainScalar()}}*parseQuotedScalar(){let e=this.charAt(0),t=this.buffer.indexOf(e,this.pos+1);if("'"===e)for(;-1!==t&&"'"===this.buffer[t+1];)t=this.buffer.indexOf("'",t+2);else for(;-1!==t;){let e=0;for(;"\\"===this.buffer[t-1-e];)e+=1;if(e%2==0)break;t=this.buffer.indexOf('"',t+1)}let s=this.buffer.substring(0,t),i=s.indexOf("\n",this.pos);if(-1!==i){for(;-1!==i;){let e=this.continueScalar(i+1);if(-1===e)break;i=s.indexOf("\n",e)}-1!==i&&(t=i-("\r"===s[i-1]?2:1))}if(-1===t){if(!this.atEnd)return this.setNext("quoted-scalar");t=this.buffer.length}return yield*this.pushToIndex(t+1,!1),this.flowLevel?"flow":"doc"}*parseBlockScalarHeader(){this.blockScalarIndent=-1,this.blockScalarKeep=!1;let e=this.pos;for(;;){let t=this.buffer[++e];if("+"===t)this.blockScalarKeep=!0;else if(t>"0"&&t<="9")this.blockScalarIndent=Number(t)-1;else if("-"!==t)break}return yield*this.pushUntil(e=>h(e)||"#"===e)}*parseBlockScalar(){let e,t=this.pos-1,s=0;e:for(let i=this.pos;e=this.buffer[i];++i)switch(e){case" ":s+=1;break;case"\n":t=i,s=0;break;case"\r":{let e=this.buffer[i+1];if(!e&&!this.atEnd)return this.setNext("block-scalar");if("\n"===e)break}default:break e}if(!e&&!this.atEnd)return this.setNext("block-scalar");if(s>=this.indentNext){-1===this.blockScalarIndent?this.indentNext=s:this.indentNext=this.blockScalarIndent+(0===this.indentNext?1:this.indentNext);do{let e=this.continueScalar(t+1);if(-1===e)break;t=this.buffer.indexOf("\n",e)}while(-1!==t);if(-1===t){if(!this.atEnd)return this.setNext("block-scalar");t=this.buffer.length}}let h=t+1;for(e=this.buffer[h];" "===e;)e=this.buffer[++h];if("	"===e){for(;"	"===e||" "===e||"\r"===e||"\n"===e;)e=this.buffer[++h];t=h-1}else if(!this.blockScalarKeep)for(;;){let e=t-1,i=this.buffer[e];"\r"===i&&(i=this.buffer[--e]);let h=e;for(;" "===i;)i=this.buffer[--e];if("\n"===i&&e>=this.pos&&e+1+s>h)t=e;else break}return yield i.SCALAR,yield*this.pushToIndex(t+1,!0),yield*this.parseLineStart()}*parsePlainScalar(){let e,t=this.flowLevel>0,s=this.pos-1,r=this.pos-1;for(;e=this.buffer[++r];)if(":"===e){let e=this.buffer[r+1];if(h(e)||t&&n.has(e))break;s=r}else if(h(e)){let i=this.buffer[r+1];if("\r"===e&&("\n"===i?(r+=1,e="\n",i=this.buffer[r+1]):s=r),"#"===i||t&&n.has(i))break;if("\n"===e){let e=this.continueScalar(r+1);if(-1===e)break;r=Math.max(r,e-2)}}else{if(t&&n.has(e))break;s=r}return e||this.atEnd?(yield i.SCALAR,yield*this.pushToIndex(s+1,!0),t?"flow":"doc"):this.setNext("plain-scalar")}*pushCount(e){return e>0?(yield this.buffer.substr(this.pos,e),this.pos+=e,e):0}*pushToIndex(e,t){let s=this.buffer.slice(this.pos,e);return s?(yield s,this.pos+=s.length,s.length):(t&&(yield""),0)}*pushIndicators(){let e=0;for(;;){switch(this.charAt(0)){case"!":e+=yield*this.pushTag(),e+=yield*this.pushSpaces(!0);continue;case"&":e+=yield*this.pushUntil(u),e+=yield*this.pushSpaces(!0);continue;case"-":case"?":case":":{let t=this.flowLevel>0,s=this.charAt(1);if(h(s)||t&&n.has(s)){t?this.flowKey&&(this.flowKey=!1):this.indentNext=this.indentValue+1,e+=yield*this.pushCount(1),e+=yield*this.pushSpaces(!0);continue}}}break}return e}*pushTag(){if("<"===this.charAt(1)){let e=this.pos+2,t=this.buffer[e];for(;!h(t)&&">"!==t;)t=this.buffer[++e];return yield*this.pushToIndex(">"===t?e+1:e,!1)}{let e=this.pos+1,t=this.buffer[e];for(;t;)if(l.has(t))t=this.buffer[++e];else if("%"===t&&r.has(this.buffer[e+1])&&r.has(this.buffer[e+2]))t=this.buffer[e+=3];else break;return yield*this.pushToIndex(e,!1)}}*pushNewline(){let e=this.buffer[this.pos];return"\n"===e?yield*this.pushCount(1):"\r"===e&&"\n"===this.charAt(1)?yield*this.pushCount(2):0}*pushSpaces(e){let t,s=this.pos-1;do t=this.buffer[++s];while(" "===t||e&&"	"===t);let i=s-this.pos;return i>0&&(yield this.buffer.substr(this.pos,i),this.pos=s),i}*pushUntil(e){let t=this.pos,s=this.buffer[t];for(;!e(s);)s=this.buffer[++t];return yield*this.pushToIndex(t,!1)}}}),

/***/ 811404:
/***/ ((t,e)=>{e.LineCounter=class{constructor(){this.lineStarts=[],this.addNewLine=t=>this.lineStarts.push(t),this.linePos=t=>{let e=0,i=this.lineStarts.length;for(;e<i;){let s=e+i>>1;this.lineStarts[s]<t?e=s+1:i=s}if(this.lineStarts[e]===t)return{line:e+1,col:1};if(0===e)return{line:0,col:t};let s=this.lineStarts[e-1];return{line:e,col:t-s+1}}}}}),

/***/ 929254:
/***/ ((e,t,s)=>{var i=s(189053),n=s(407370),a=s(445926);function o(e,t){for(let s=0;s<e.length;++s)if(e[s].type===t)return!0;return!1}function l(e){for(let t=0;t<e.length;++t)switch(e[t].type){case"space":case"comment":case"newline":break;default:return t}return -1}function c(e){switch(e?.type){case"alias":case"scalar":case"single-quoted-scalar":case"double-quoted-scalar":case"flow-collection":return!0;default:return!1}}function r(e){switch(e.type){case"document":return e.start;case"block-map":{let t=e.items[e.items.length-1];return t.sep??t.start}case"block-seq":return e.items[e.items.length-1].start;default:return[]}}function h(e){if(0===e.length)return[];let t=e.length;e:for(;--t>=0;)switch(e[t].type){case"doc-start":case"explicit-key-ind":case"map-value-ind":case"seq-item-ind":case"newline":break e}for(;e[++t]?.type==="space";);return e.splice(t,e.length)}function p(e,t){if(t.length<1e5)Array.prototype.push.apply(e,t);else for(let s=0;s<t.length;++s)e.push(t[s])}function u(e){if("flow-seq-start"===e.start.type)for(let t of e.items)!t.sep||t.value||o(t.start,"explicit-key-ind")||o(t.sep,"map-value-ind")||(t.key&&(t.value=t.key),delete t.key,c(t.value)?t.value.end?p(t.value.end,t.sep):t.value.end=t.sep:p(t.start,t.sep),delete t.sep)}t.Parser=class{constructor(e){this.atNewLine=!0,this.atScalar=!1,this.indent=0,this.offset=0,this.onKeyLine=!1,this.stack=[],this.source="",this.type="",this.lexer=new a.Lexer,this.onNewLine=e}*parse(e,t=!1){for(let s of(this.onNewLine&&0===this.offset&&this.onNewLine(0),this.lexer.lex(e,t)))yield*this.next(s);t||(yield*this.end())}*next(e){if(this.source=e,i.env.LOG_TOKENS&&console.log("|",n.prettyToken(e)),this.atScalar){this.atScalar=!1,yield*this.step(),this.offset+=e.length;return}let t=n.tokenType(e);if(t)if("scalar"===t)this.atNewLine=!1,this.atScalar=!0,this.type="scalar";else{switch(this.type=t,yield*this.step(),t){case"newline":this.atNewLine=!0,this.indent=0,this.onNewLine&&this.onNewLine(this.offset+e.length);break;case"space":this.atNewLine&&" "===e[0]&&(this.indent+=e.length);break;case"explicit-key-ind":case"map-value-ind":case"seq-item-ind":this.atNewLine&&(this.indent+=e.length);break;case"doc-mode":case"flow-error-end":return;default:this.atNewLine=!1}this.offset+=e.length}else{let t=`Not a YAML token: ${e}`;yield*this.pop({type:"error",offset:this.offset,message:t,source:e}),this.offset+=e.length}}*end(){for(;this.stack.length>0;)yield*this.pop()}get sourceToken(){return{type:this.type,offset:this.offset,indent:this.indent,source:this.source}}*step(){let e=this.peek(1);if("doc-end"===this.type&&e?.type!=="doc-end"){for(;this.stack.length>0;)yield*this.pop();this.stack.push({type:"doc-end",offset:this.offset,source:this.source});return}if(!e)return yield*this.stream();switch(e.type){case"document":return yield*this.document(e);case"alias":case"scalar":case"single-quoted-scalar":case"double-quoted-scalar":return yield*this.scalar(e);case"block-scalar":return yield*this.blockScalar(e);case"block-map":return yield*this.blockMap(e);case"block-seq":return yield*this.blockSequence(e);case"flow-collection":return yield*this.flowCollection(e);case"doc-end":return yield*this.documentEnd(e)}yield*this.pop()}peek(e){return this.stack[this.stack.length-e]}*pop(e){let t=e??this.stack.pop();if(t)if(0===this.stack.length)yield t;else{let e=this.peek(1);switch("block-scalar"===t.type?t.indent="indent"in e?e.indent:0:"flow-collection"===t.type&&"document"===e.type&&(t.indent=0),"flow-collection"===t.type&&u(t),e.type){case"document":e.value=t;break;case"block-scalar":e.props.push(t);break;case"block-map":{let s=e.items[e.items.length-1];if(s.value){e.items.push({start:[],key:t,sep:[]}),this.onKeyLine=!0;return}if(s.sep)s.value=t;else{Object.assign(s,{key:t,sep:[]}),this.onKeyLine=!s.explicitKey;return}break}case"block-seq":{let s=e.items[e.items.length-1];s.value?e.items.push({start:[],value:t}):s.value=t;break}case"flow-collection":{let s=e.items[e.items.length-1];!s||s.value?e.items.push({start:[],key:t,sep:[]}):s.sep?s.value=t:Object.assign(s,{key:t,sep:[]});return}default:yield*this.pop(),yield*this.pop(t)}if(("document"===e.type||"block-map"===e.type||"block-seq"===e.type)&&("block-map"===t.type||"block-seq"===t.type)){let s=t.items[t.items.length-1];s&&!s.sep&&!s.value&&s.start.length>0&&-1===l(s.start)&&(0===t.indent||s.start.every(e=>"comment"!==e.type||e.indent<t.indent))&&("document"===e.type?e.end=s.start:e.items.push({start:s.start}),t.items.splice(-1,1))}}else yield{type:"error",offset:this.offset,source:"",message:"Tried to pop an empty stack"}}*stream(){switch(this.type){case"directive-line":yield{type:"directive",offset:this.offset,source:this.source};return;case"byte-order-mark":case"space":case"comment":case"newline":yield this.sourceToken;return;case"doc-mode":case"doc-start":{let e={type:"document",offset:this.offset,start:[]};"doc-start"===this.type&&e.start.push(this.sourceToken),this.stack.push(e);return}}yield{type:"error",offset:this.offset,message:`Unexpected ${this.type} token in YAML stream`,source:this.source}}*document(e){if(e.value)return yield*this.lineEnd(e);switch(this.type){case"doc-start":-1!==l(e.start)?(yield*this.pop(),yield*this.step()):e.start.push(this.sourceToken);return;case"anchor":case"tag":case"space":case"comment":case"newline":e.start.push(this.sourceToken);return}let t=this.startBlockValue(e);t?this.stack.push(t):yield{type:"error",offset:this.offset,message:`Unexpected ${this.type} token in YAML document`,source:this.source}}*scalar(e){if("map-value-ind"===this.type){let t,s=h(r(this.peek(2)));e.end?((t=e.end).push(this.sourceToken),delete e.end):t=[this.sourceToken];let i={type:"block-map",offset:e.offset,indent:e.indent,items:[{start:s,key:e,sep:t}]};this.onKeyLine=!0,this.stack[this.stack.length-1]=i}else yield*this.lineEnd(e)}*blockScalar(e){switch(this.type){case"space":case"comment":case"newline":e.props.push(this.sourceToken);return;case"scalar":if(e.source=this.source,this.atNewLine=!0,this.indent=0,this.onNewLine){let e=this.source.indexOf("\n")+1;for(;0!==e;)this.onNewLine(this.offset+e),e=this.source.indexOf("\n",e)+1}yield*this.pop();break;default:yield*this.pop(),yield*this.step()}}*blockMap(e){let t=e.items[e.items.length-1];switch(this.type){case"newline":if(this.onKeyLine=!1,t.value){let s="end"in t.value?t.value.end:void 0,i=Array.isArray(s)?s[s.length-1]:void 0;i?.type==="comment"?s?.push(this.sourceToken):e.items.push({start:[this.sourceToken]})}else t.sep?t.sep.push(this.sourceToken):t.start.push(this.sourceToken);return;case"space":case"comment":if(t.value)e.items.push({start:[this.sourceToken]});else if(t.sep)t.sep.push(this.sourceToken);else{if(this.atIndentedComment(t.start,e.indent)){let s=e.items[e.items.length-2],i=s?.value?.end;if(Array.isArray(i)){p(i,t.start),i.push(this.sourceToken),e.items.pop();return}}t.start.push(this.sourceToken)}return}if(this.indent>=e.indent){let s=!this.onKeyLine&&this.indent===e.indent,i=s&&(t.sep||t.explicitKey)&&"seq-item-ind"!==this.type,n=[];if(i&&t.sep&&!t.value){let s=[];for(let i=0;i<t.sep.length;++i){let n=t.sep[i];switch(n.type){case"newline":s.push(i);break;case"space":break;case"comment":n.indent>e.indent&&(s.length=0);break;default:s.length=0}}s.length>=2&&(n=t.sep.splice(s[1]))}switch(this.type){case"anchor":case"tag":i||t.value?(n.push(this.sourceToken),e.items.push({start:n}),this.onKeyLine=!0):t.sep?t.sep.push(this.sourceToken):t.start.push(this.sourceToken);return;case"explicit-key-ind":t.sep||t.explicitKey?i||t.value?(n.push(this.sourceToken),e.items.push({start:n,explicitKey:!0})):this.stack.push({type:"block-map",offset:this.offset,indent:this.indent,items:[{start:[this.sourceToken],explicitKey:!0}]}):(t.start.push(this.sourceToken),t.explicitKey=!0),this.onKeyLine=!0;return;case"map-value-ind":if(t.explicitKey)if(t.sep)if(t.value)e.items.push({start:[],key:null,sep:[this.sourceToken]});else if(o(t.sep,"map-value-ind"))this.stack.push({type:"block-map",offset:this.offset,indent:this.indent,items:[{start:n,key:null,sep:[this.sourceToken]}]});else if(c(t.key)&&!o(t.sep,"newline")){let e=h(t.start),s=t.key,i=t.sep;i.push(this.sourceToken),delete t.key,delete t.sep,this.stack.push({type:"block-map",offset:this.offset,indent:this.indent,items:[{start:e,key:s,sep:i}]})}else n.length>0?t.sep=t.sep.concat(n,this.sourceToken):t.sep.push(this.sourceToken);else if(o(t.start,"newline"))Object.assign(t,{key:null,sep:[this.sourceToken]});else{let e=h(t.start);this.stack.push({type:"block-map",offset:this.offset,indent:this.indent,items:[{start:e,key:null,sep:[this.sourceToken]}]})}else t.sep?t.value||i?e.items.push({start:n,key:null,sep:[this.sourceToken]}):o(t.sep,"map-value-ind")?this.stack.push({type:"block-map",offset:this.offset,indent:this.indent,items:[{start:[],key:null,sep:[this.sourceToken]}]}):t.sep.push(this.sourceToken):Object.assign(t,{key:null,sep:[this.sourceToken]});this.onKeyLine=!0;return;case"alias":case"scalar":case"single-quoted-scalar":case"double-quoted-scalar":{let s=this.flowScalar(this.type);i||t.value?(e.items.push({start:n,key:s,sep:[]}),this.onKeyLine=!0):t.sep?this.stack.push(s):(Object.assign(t,{key:s,sep:[]}),this.onKeyLine=!0);return}default:{let i=this.startBlockValue(e);if(i){if("block-seq"===i.type){if(!t.explicitKey&&t.sep&&!o(t.sep,"newline"))return void(yield*this.pop({type:"error",offset:this.offset,message:"Unexpected block-seq-ind on same line with key",source:this.source}))}else s&&e.items.push({start:n});this.stack.push(i);return}}}}yield*this.pop(),yield*this.step()}*blockSequence(e){let t=e.items[e.items.length-1];switch(this.type){case"newline":if(t.value){let s="end"in t.value?t.value.end:void 0,i=Array.isArray(s)?s[s.length-1]:void 0;i?.type==="comment"?s?.push(this.sourceToken):e.items.push({start:[this.sourceToken]})}else t.start.push(this.sourceToken);return;case"space":case"comment":if(t.value)e.items.push({start:[this.sourceToken]});else{if(this.atIndentedComment(t.start,e.indent)){let s=e.items[e.items.length-2],i=s?.value?.end;if(Array.isArray(i)){p(i,t.start),i.push(this.sourceToken),e.items.pop();return}}t.start.push(this.sourceToken)}return;case"anchor":case"tag":if(t.value||this.indent<=e.indent)break;t.start.push(this.sourceToken);return;case"seq-item-ind":if(this.indent!==e.indent)break;t.value||o(t.start,"seq-item-ind")?e.items.push({start:[this.sourceToken]}):t.start.push(this.sourceToken);return}if(this.indent>e.indent){let t=this.startBlockValue(e);if(t)return void this.stack.push(t)}yield*this.pop(),yield*this.step()}*flowCollection(e){let t=e.items[e.items.length-1];if("flow-error-end"===this.type){let e;do yield*this.pop(),e=this.peek(1);while(e?.type==="flow-collection")}else if(0===e.end.length){switch(this.type){case"comma":case"explicit-key-ind":!t||t.sep?e.items.push({start:[this.sourceToken]}):t.start.push(this.sourceToken);return;case"map-value-ind":!t||t.value?e.items.push({start:[],key:null,sep:[this.sourceToken]}):t.sep?t.sep.push(this.sourceToken):Object.assign(t,{key:null,sep:[this.sourceToken]});return;case"space":case"comment":case"newline":case"anchor":case"tag":!t||t.value?e.items.push({start:[this.sourceToken]}):t.sep?t.sep.push(this.sourceToken):t.start.push(this.sourceToken);return;case"alias":case"scalar":case"single-quoted-scalar":case"double-quoted-scalar":{let s=this.flowScalar(this.type);!t||t.value?e.items.push({start:[],key:s,sep:[]}):t.sep?this.stack.push(s):Object.assign(t,{key:s,sep:[]});return}case"flow-map-end":case"flow-seq-end":e.end.push(this.sourceToken);return}let s=this.startBlockValue(e);s?this.stack.push(s):(yield*this.pop(),yield*this.step())}else{let t=this.peek(2);if("block-map"!==t.type||("map-value-ind"!==this.type||t.indent!==e.indent)&&("newline"!==this.type||t.items[t.items.length-1].sep))if("map-value-ind"===this.type&&"flow-collection"!==t.type){let s=h(r(t));u(e);let i=e.end.splice(1,e.end.length);i.push(this.sourceToken);let n={type:"block-map",offset:e.offset,indent:e.indent,items:[{start:s,key:e,sep:i}]};this.onKeyLine=!0,this.stack[this.stack.length-1]=n}else yield*this.lineEnd(e);else yield*this.pop(),yield*this.step()}}flowScalar(e){if(this.onNewLine){let e=this.source.indexOf("\n")+1;for(;0!==e;)this.onNewLine(this.offset+e),e=this.source.indexOf("\n",e)+1}return{type:e,offset:this.offset,indent:this.indent,source:this.source}}startBlockValue(e){switch(this.type){case"alias":case"scalar":case"single-quoted-scalar":case"double-quoted-scalar":return this.flowScalar(this.type);case"block-scalar-header":return{type:"block-scalar",offset:this.offset,indent:this.indent,props:[this.sourceToken],source:""};case"flow-map-start":case"flow-seq-start":return{type:"flow-collection",offset:this.offset,indent:this.indent,start:this.sourceToken,items:[],end:[]};case"seq-item-ind":return{type:"block-seq",offset:this.offset,indent:this.indent,items:[{start:[this.sourceToken]}]};case"explicit-key-ind":{this.onKeyLine=!0;let t=h(r(e));return t.push(this.sourceToken),{type:"block-map",offset:this.offset,indent:this.indent,items:[{start:t,explicitKey:!0}]}}case"map-value-ind":{this.onKeyLine=!0;let t=h(r(e));return{type:"block-map",offset:this.offset,indent:this.indent,items:[{start:t,key:null,sep:[this.sourceToken]}]}}}return null}atIndentedComment(e,t){return"comment"===this.type&&!(this.indent<=t)&&e.every(e=>"newline"===e.type||"space"===e.type)}*documentEnd(e){"doc-mode"!==this.type&&(e.end?e.end.push(this.sourceToken):e.end=[this.sourceToken],"newline"===this.type&&(yield*this.pop()))}*lineEnd(e){switch(this.type){case"comma":case"doc-start":case"doc-end":case"flow-seq-end":case"flow-map-end":case"map-value-ind":yield*this.pop(),yield*this.step();break;case"newline":this.onKeyLine=!1;default:e.end?e.end.push(this.sourceToken):e.end=[this.sourceToken],"newline"===this.type&&(yield*this.pop())}}}}),

/***/ 763907:
/***/ ((e,r,n)=>{var t=n(981790),o=n(775079),i=n(119203),s=n(580960),l=n(426180),f=n(811404),a=n(929254);function u(e){let r=!1!==e.prettyErrors;return{lineCounter:e.lineCounter||r&&new f.LineCounter||null,prettyErrors:r}}function c(e,r={}){let{lineCounter:n,prettyErrors:o}=u(r),s=new a.Parser(n?.addNewLine),l=new t.Composer(r),f=null;for(let r of l.compose(s.parse(e),!0,e.length))if(f){if("silent"!==f.options.logLevel){f.errors.push(new i.YAMLParseError(r.range.slice(0,2),"MULTIPLE_DOCS","Source contains multiple documents; please use YAML.parseAllDocuments()"));break}}else f=r;return o&&n&&(f.errors.forEach(i.prettifyError(e,n)),f.warnings.forEach(i.prettifyError(e,n))),f}r.parse=function(e,r,n){let t;"function"==typeof r?t=r:void 0===n&&r&&"object"==typeof r&&(n=r);let o=c(e,n);if(!o)return null;if(o.warnings.forEach(e=>s.warn(o.options.logLevel,e)),o.errors.length>0)if("silent"!==o.options.logLevel)throw o.errors[0];else o.errors=[];return o.toJS(Object.assign({reviver:t},n))},r.parseAllDocuments=function(e,r={}){let{lineCounter:n,prettyErrors:o}=u(r),s=new a.Parser(n?.addNewLine),l=new t.Composer(r),f=Array.from(l.compose(s.parse(e)));if(o&&n)for(let r of f)r.errors.forEach(i.prettifyError(e,n)),r.warnings.forEach(i.prettifyError(e,n));return f.length>0?f:Object.assign([],{empty:!0},l.streamInfo())},r.parseDocument=c,r.stringify=function(e,r,n){let t=null;if("function"==typeof r||Array.isArray(r)?t=r:void 0===n&&r&&(n=r),"string"==typeof n&&(n=n.length),"number"==typeof n){let e=Math.round(n);n=e<1?void 0:e>8?{indent:8}:{indent:e}}if(void 0===e){let{keepUndefined:e}=n??r??{};if(!e)return}return l.isDocument(e)&&!t?e.toString(n):new o.Document(e,t,n).toString(n)}}),

/***/ 438429:
/***/ ((t,e,s)=>{var r=s(426180),n=s(9596),a=s(1004300),i=s(39986),o=s(952260);let c=(t,e)=>t.key<e.key?-1:+(t.key>e.key);e.Schema=class t{constructor({compat:t,customTags:e,merge:s,resolveKnownTags:l,schema:g,sortMapEntries:p,toStringDefaults:h}){this.compat=Array.isArray(t)?o.getTags(t,"compat"):t?o.getTags(null,t):null,this.name="string"==typeof g&&g||"core",this.knownTags=l?o.coreKnownTags:{},this.tags=o.getTags(e,this.name,s),this.toStringOptions=h??null,Object.defineProperty(this,r.MAP,{value:n.map}),Object.defineProperty(this,r.SCALAR,{value:i.string}),Object.defineProperty(this,r.SEQ,{value:a.seq}),this.sortMapEntries="function"==typeof p?p:!0===p?c:null}clone(){let e=Object.create(t.prototype,Object.getOwnPropertyDescriptors(this));return e.tags=this.tags.slice(),e}}}),

/***/ 9596:
/***/ ((a,e,o)=>{var p=o(426180),t=o(696065);e.map={collection:"map",default:!0,nodeClass:t.YAMLMap,tag:"tag:yaml.org,2002:map",resolve:(a,e)=>(p.isMap(a)||e("Expected a mapping for this tag"),a),createNode:(a,e,o)=>t.YAMLMap.from(a,e,o)}}),

/***/ 941241:
/***/ ((l,t,e)=>{var n=e(816053);let a={identify:l=>null==l,createNode:()=>new n.Scalar(null),default:!0,tag:"tag:yaml.org,2002:null",test:/^(?:~|[Nn]ull|NULL)?$/,resolve:()=>new n.Scalar(null),stringify:({source:l},t)=>"string"==typeof l&&a.test.test(l)?l:t.options.nullStr};t.nullTag=a}),

/***/ 1004300:
/***/ ((e,a,o)=>{var s=o(426180),t=o(627591);a.seq={collection:"seq",default:!0,nodeClass:t.YAMLSeq,tag:"tag:yaml.org,2002:seq",resolve:(e,a)=>(s.isSeq(e)||a("Expected a sequence for this tag"),e),createNode:(e,a,o)=>t.YAMLSeq.from(e,a,o)}}),

/***/ 39986:
/***/ ((t,i,g)=>{var r=g(434194);i.string={identify:t=>"string"==typeof t,default:!0,tag:"tag:yaml.org,2002:str",resolve:t=>t,stringify:(t,i,g,a)=>(i=Object.assign({actualString:!0},i),r.stringifyString(t,i,g,a))}}),

/***/ 238705:
/***/ ((t,e,o)=>{var a=o(816053);let l={identify:t=>"boolean"==typeof t,default:!0,tag:"tag:yaml.org,2002:bool",test:/^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,resolve:t=>new a.Scalar("t"===t[0]||"T"===t[0]),stringify:({source:t,value:e},o)=>t&&l.test.test(t)&&e===("t"===t[0]||"T"===t[0])?t:e?o.options.trueStr:o.options.falseStr};e.boolTag=l}),

/***/ 996424:
/***/ ((t,e,a)=>{var n=a(816053),r=a(1010052);let i={identify:t=>"number"==typeof t,default:!0,tag:"tag:yaml.org,2002:float",test:/^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,resolve:t=>"nan"===t.slice(-3).toLowerCase()?0/0:"-"===t[0]?-1/0:1/0,stringify:r.stringifyNumber};e.float={identify:t=>"number"==typeof t,default:!0,tag:"tag:yaml.org,2002:float",test:/^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,resolve(t){let e=new n.Scalar(parseFloat(t)),a=t.indexOf(".");return -1!==a&&"0"===t[t.length-1]&&(e.minFractionDigits=t.length-a-1),e},stringify:r.stringifyNumber},e.floatExp={identify:t=>"number"==typeof t,default:!0,tag:"tag:yaml.org,2002:float",format:"EXP",test:/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,resolve:t=>parseFloat(t),stringify(t){let e=Number(t.value);return isFinite(e)?e.toExponential():r.stringifyNumber(t)}},e.floatNaN=i}),

/***/ 91251:
/***/ ((t,i,e)=>{var n=e(1010052);let r=t=>"bigint"==typeof t||Number.isInteger(t),g=(t,i,e,{intAsBigInt:n})=>n?BigInt(t):parseInt(t.substring(i),e);function a(t,i,e){let{value:g}=t;return r(g)&&g>=0?e+g.toString(i):n.stringifyNumber(t)}i.int={identify:r,default:!0,tag:"tag:yaml.org,2002:int",test:/^[-+]?[0-9]+$/,resolve:(t,i,e)=>g(t,0,10,e),stringify:n.stringifyNumber},i.intHex={identify:t=>r(t)&&t>=0,default:!0,tag:"tag:yaml.org,2002:int",format:"HEX",test:/^0x[0-9a-fA-F]+$/,resolve:(t,i,e)=>g(t,2,16,e),stringify:t=>a(t,16,"0x")},i.intOct={identify:t=>r(t)&&t>=0,default:!0,tag:"tag:yaml.org,2002:int",format:"OCT",test:/^0o[0-7]+$/,resolve:(t,i,e)=>g(t,2,8,e),stringify:t=>a(t,8,"0o")}}),

/***/ 106006:
/***/ ((a,t,l)=>{var o=l(9596),n=l(941241),_=l(1004300),e=l(39986),c=l(238705),i=l(996424),s=l(91251);t.schema=[o.map,_.seq,e.string,n.nullTag,c.boolTag,s.intOct,s.int,s.intHex,i.floatNaN,i.floatExp,i.float]}),

/***/ 930964:
/***/ ((t,e,a)=>{var l=a(816053),r=a(9596),i=a(1004300);function n(t){return"bigint"==typeof t||Number.isInteger(t)}let s=({value:t})=>JSON.stringify(t),g=[{identify:t=>"string"==typeof t,default:!0,tag:"tag:yaml.org,2002:str",resolve:t=>t,stringify:s},{identify:t=>null==t,createNode:()=>new l.Scalar(null),default:!0,tag:"tag:yaml.org,2002:null",test:/^null$/,resolve:()=>null,stringify:s},{identify:t=>"boolean"==typeof t,default:!0,tag:"tag:yaml.org,2002:bool",test:/^true$|^false$/,resolve:t=>"true"===t,stringify:s},{identify:n,default:!0,tag:"tag:yaml.org,2002:int",test:/^-?(?:0|[1-9][0-9]*)$/,resolve:(t,e,{intAsBigInt:a})=>a?BigInt(t):parseInt(t,10),stringify:({value:t})=>n(t)?t.toString():JSON.stringify(t)},{identify:t=>"number"==typeof t,default:!0,tag:"tag:yaml.org,2002:float",test:/^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,resolve:t=>parseFloat(t),stringify:s}];e.schema=[r.map,i.seq].concat(g,{default:!0,tag:"",test:/^/,resolve:(t,e)=>(e(`Unresolved plain scalar ${JSON.stringify(t)}`),t)})}),

/***/ 952260:
/***/ ((e,a,t)=>{var r=t(9596),o=t(941241),i=t(1004300),n=t(39986),s=t(238705),m=t(996424),l=t(91251),g=t(106006),f=t(930964),c=t(325195),y=t(376590),p=t(858147),u=t(734348),T=t(680811),h=t(220338),b=t(685601);let N=new Map([["core",g.schema],["failsafe",[r.map,i.seq,n.string]],["json",f.schema],["yaml11",T.schema],["yaml-1.1",T.schema]]),w={binary:c.binary,bool:s.boolTag,float:m.float,floatExp:m.floatExp,floatNaN:m.floatNaN,floatTime:b.floatTime,int:l.int,intHex:l.intHex,intOct:l.intOct,intTime:b.intTime,map:r.map,merge:y.merge,null:o.nullTag,omap:p.omap,pairs:u.pairs,seq:i.seq,set:h.set,timestamp:b.timestamp};a.coreKnownTags={"tag:yaml.org,2002:binary":c.binary,"tag:yaml.org,2002:merge":y.merge,"tag:yaml.org,2002:omap":p.omap,"tag:yaml.org,2002:pairs":u.pairs,"tag:yaml.org,2002:set":h.set,"tag:yaml.org,2002:timestamp":b.timestamp},a.getTags=function(e,a,t){let r=N.get(a);if(r&&!e)return t&&!r.includes(y.merge)?r.concat(y.merge):r.slice();let o=r;if(!o)if(Array.isArray(e))o=[];else{let e=Array.from(N.keys()).filter(e=>"yaml11"!==e).map(e=>JSON.stringify(e)).join(", ");throw Error(`Unknown schema "${a}"; use one of ${e} or define customTags array`)}if(Array.isArray(e))for(let a of e)o=o.concat(a);else"function"==typeof e&&(o=e(o.slice()));return t&&(o=o.concat(y.merge)),o.reduce((e,a)=>{let t="string"==typeof a?w[a]:a;if(!t){let e=JSON.stringify(a),t=Object.keys(w).map(e=>JSON.stringify(e)).join(", ");throw Error(`Unknown custom tag ${e}; use one of ${t}`)}return e.includes(t)||e.push(t),e},[])}}),

/***/ 325195:
/***/ ((t,e,r)=>{var n=r(500430),i=r(816053),o=r(434194);e.binary={identify:t=>t instanceof Uint8Array,default:!1,tag:"tag:yaml.org,2002:binary",resolve(t,e){if("function"==typeof n.Buffer)return n.Buffer.from(t,"base64");if("function"!=typeof atob)return e("This environment does not support reading binary tags; either Buffer or atob is required"),t;{let e=atob(t.replace(/[\n\r]/g,"")),r=new Uint8Array(e.length);for(let t=0;t<e.length;++t)r[t]=e.charCodeAt(t);return r}},stringify({comment:t,type:e,value:r},f,a,l){let s;if(!r)return"";if("function"==typeof n.Buffer)s=r instanceof n.Buffer?r.toString("base64"):n.Buffer.from(r.buffer).toString("base64");else if("function"==typeof btoa){let t="";for(let e=0;e<r.length;++e)t+=String.fromCharCode(r[e]);s=btoa(t)}else throw Error("This environment does not support writing binary tags; either Buffer or btoa is required");if(e??(e=i.Scalar.BLOCK_LITERAL),e!==i.Scalar.QUOTE_DOUBLE){let t=Math.max(f.options.lineWidth-f.indent.length,f.options.minContentWidth),r=Math.ceil(s.length/t),n=Array(r);for(let e=0,i=0;e<r;++e,i+=t)n[e]=s.substr(i,t);s=n.join(e===i.Scalar.BLOCK_LITERAL?"\n":" ")}return o.stringifyString({comment:t,type:e,value:s},f,a,l)}}}),

/***/ 29972:
/***/ ((t,e,a)=>{var o=a(816053);function l({value:t,source:e},a){let o=t?r:n;return e&&o.test.test(e)?e:t?a.options.trueStr:a.options.falseStr}let r={identify:t=>!0===t,default:!0,tag:"tag:yaml.org,2002:bool",test:/^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,resolve:()=>new o.Scalar(!0),stringify:l},n={identify:t=>!1===t,default:!0,tag:"tag:yaml.org,2002:bool",test:/^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,resolve:()=>new o.Scalar(!1),stringify:l};e.falseTag=n,e.trueTag=r}),

/***/ 281092:
/***/ ((t,e,a)=>{var r=a(816053),i=a(1010052);let l={identify:t=>"number"==typeof t,default:!0,tag:"tag:yaml.org,2002:float",test:/^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,resolve:t=>"nan"===t.slice(-3).toLowerCase()?0/0:"-"===t[0]?-1/0:1/0,stringify:i.stringifyNumber};e.float={identify:t=>"number"==typeof t,default:!0,tag:"tag:yaml.org,2002:float",test:/^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,resolve(t){let e=new r.Scalar(parseFloat(t.replace(/_/g,""))),a=t.indexOf(".");if(-1!==a){let r=t.substring(a+1).replace(/_/g,"");"0"===r[r.length-1]&&(e.minFractionDigits=r.length)}return e},stringify:i.stringifyNumber},e.floatExp={identify:t=>"number"==typeof t,default:!0,tag:"tag:yaml.org,2002:float",format:"EXP",test:/^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,resolve:t=>parseFloat(t.replace(/_/g,"")),stringify(t){let e=Number(t.value);return isFinite(e)?e.toExponential():i.stringifyNumber(t)}},e.floatNaN=l}),

/***/ 734082:
/***/ ((t,e,i)=>{var r=i(1010052);let n=t=>"bigint"==typeof t||Number.isInteger(t);function a(t,e,i,{intAsBigInt:r}){let n=t[0];if(("-"===n||"+"===n)&&(e+=1),t=t.substring(e).replace(/_/g,""),r){switch(i){case 2:t=`0b${t}`;break;case 8:t=`0o${t}`;break;case 16:t=`0x${t}`}let e=BigInt(t);return"-"===n?BigInt(-1)*e:e}let g=parseInt(t,i);return"-"===n?-1*g:g}function g(t,e,i){let{value:a}=t;if(n(a)){let t=a.toString(e);return a<0?"-"+i+t.substr(1):i+t}return r.stringifyNumber(t)}e.int={identify:n,default:!0,tag:"tag:yaml.org,2002:int",test:/^[-+]?[0-9][0-9_]*$/,resolve:(t,e,i)=>a(t,0,10,i),stringify:r.stringifyNumber},e.intBin={identify:n,default:!0,tag:"tag:yaml.org,2002:int",format:"BIN",test:/^[-+]?0b[0-1_]+$/,resolve:(t,e,i)=>a(t,2,2,i),stringify:t=>g(t,2,"0b")},e.intHex={identify:n,default:!0,tag:"tag:yaml.org,2002:int",format:"HEX",test:/^[-+]?0x[0-9a-fA-F_]+$/,resolve:(t,e,i)=>a(t,2,16,i),stringify:t=>g(t,16,"0x")},e.intOct={identify:n,default:!0,tag:"tag:yaml.org,2002:int",format:"OCT",test:/^[-+]?0[0-7_]+$/,resolve:(t,e,i)=>a(t,1,8,i),stringify:t=>g(t,8,"0")}}),

/***/ 376590:
/***/ ((e,t,a)=>{var r=a(426180),o=a(816053);let s={identify:e=>"<<"===e||"symbol"==typeof e&&"<<"===e.description,default:"key",tag:"tag:yaml.org,2002:merge",test:/^<<$/,resolve:()=>Object.assign(new o.Scalar(Symbol("<<")),{addToJSMap:i}),stringify:()=>"<<"};function i(e,t,a){let o=n(e,a);if(r.isSeq(o))for(let a of o.items)l(e,t,a);else if(Array.isArray(o))for(let a of o)l(e,t,a);else l(e,t,o)}function l(e,t,a){let o=n(e,a);if(!r.isMap(o))throw Error("Merge sources must be maps or map aliases");for(let[a,r]of o.toJSON(null,e,Map))t instanceof Map?t.has(a)||t.set(a,r):t instanceof Set?t.add(a):Object.prototype.hasOwnProperty.call(t,a)||Object.defineProperty(t,a,{value:r,writable:!0,enumerable:!0,configurable:!0});return t}function n(e,t){return e&&r.isAlias(t)?t.resolve(e.doc,e):t}t.addMergeToJSMap=i,t.isMergeKey=(e,t)=>(s.identify(t)||r.isScalar(t)&&(!t.type||t.type===o.Scalar.PLAIN)&&s.identify(t.value))&&e?.doc.schema.tags.some(e=>e.tag===s.tag&&e.default),t.merge=s}),

/***/ 858147:
/***/ ((t,e,s)=>{var a=s(426180),o=s(904010),r=s(696065),i=s(627591),p=s(734348);class l extends i.YAMLSeq{constructor(){super(),this.add=r.YAMLMap.prototype.add.bind(this),this.delete=r.YAMLMap.prototype.delete.bind(this),this.get=r.YAMLMap.prototype.get.bind(this),this.has=r.YAMLMap.prototype.has.bind(this),this.set=r.YAMLMap.prototype.set.bind(this),this.tag=l.tag}toJSON(t,e){if(!e)return super.toJSON(t);let s=new Map;for(let t of(e?.onCreate&&e.onCreate(s),this.items)){let r,i;if(a.isPair(t)?(r=o.toJS(t.key,"",e),i=o.toJS(t.value,r,e)):r=o.toJS(t,"",e),s.has(r))throw Error("Ordered maps must not include duplicate keys");s.set(r,i)}return s}static from(t,e,s){let a=p.createPairs(t,e,s),o=new this;return o.items=a.items,o}}l.tag="tag:yaml.org,2002:omap",e.YAMLOMap=l,e.omap={collection:"seq",identify:t=>t instanceof Map,nodeClass:l,default:!1,tag:"tag:yaml.org,2002:omap",resolve(t,e){let s=p.resolvePairs(t,e),o=[];for(let{key:t}of s.items)a.isScalar(t)&&(o.includes(t.value)?e(`Ordered maps must not include duplicate keys: ${t.value}`):o.push(t.value));return Object.assign(new l,s)},createNode:(t,e,s)=>l.from(t,e,s)}}),

/***/ 734348:
/***/ ((e,t,r)=>{var o=r(426180),i=r(126082),n=r(816053),a=r(627591);function l(e,t){if(o.isSeq(e))for(let r=0;r<e.items.length;++r){let a=e.items[r];if(!o.isPair(a)){if(o.isMap(a)){a.items.length>1&&t("Each pair must have its own sequence indicator");let e=a.items[0]||new i.Pair(new n.Scalar(null));if(a.commentBefore&&(e.key.commentBefore=e.key.commentBefore?`${a.commentBefore}
${e.key.commentBefore}`:a.commentBefore),a.comment){let t=e.value??e.key;t.comment=t.comment?`${a.comment}
${t.comment}`:a.comment}a=e}e.items[r]=o.isPair(a)?a:new i.Pair(a)}}else t("Expected a sequence for this tag");return e}function c(e,t,r){let{replacer:o}=r,n=new a.YAMLSeq(e);n.tag="tag:yaml.org,2002:pairs";let l=0;if(t&&Symbol.iterator in Object(t))for(let e of t){let a,c;if("function"==typeof o&&(e=o.call(t,String(l++),e)),Array.isArray(e))if(2===e.length)a=e[0],c=e[1];else throw TypeError(`Expected [key, value] tuple: ${e}`);else if(e&&e instanceof Object){let t=Object.keys(e);if(1===t.length)c=e[a=t[0]];else throw TypeError(`Expected tuple with one key, not ${t.length} keys`)}else a=e;n.items.push(i.createPair(a,c,r))}return n}t.createPairs=c,t.pairs={collection:"seq",default:!1,tag:"tag:yaml.org,2002:pairs",resolve:l,createNode:c},t.resolvePairs=l}),

/***/ 680811:
/***/ ((a,t,e)=>{var i=e(9596),n=e(941241),l=e(1004300),m=e(39986),s=e(325195),o=e(29972),p=e(281092),r=e(734082),_=e(376590),f=e(858147),g=e(734348),T=e(220338),c=e(685601);t.schema=[i.map,l.seq,m.string,n.nullTag,o.trueTag,o.falseTag,r.intBin,r.intOct,r.int,r.intHex,p.floatNaN,p.floatExp,p.float,s.binary,_.merge,f.omap,g.pairs,T.set,c.intTime,c.floatTime,c.timestamp]}),

/***/ 220338:
/***/ ((e,t,s)=>{var i=s(426180),l=s(126082),a=s(696065);class r extends a.YAMLMap{constructor(e){super(e),this.tag=r.tag}add(e){let t;t=i.isPair(e)?e:e&&"object"==typeof e&&"key"in e&&"value"in e&&null===e.value?new l.Pair(e.key,null):new l.Pair(e,null),a.findPair(this.items,t.key)||this.items.push(t)}get(e,t){let s=a.findPair(this.items,e);return!t&&i.isPair(s)?i.isScalar(s.key)?s.key.value:s.key:s}set(e,t){if("boolean"!=typeof t)throw Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof t}`);let s=a.findPair(this.items,e);s&&!t?this.items.splice(this.items.indexOf(s),1):!s&&t&&this.items.push(new l.Pair(e))}toJSON(e,t){return super.toJSON(e,t,Set)}toString(e,t,s){if(!e)return JSON.stringify(this);if(this.hasAllNullValues(!0))return super.toString(Object.assign({},e,{allNullValues:!0}),t,s);throw Error("Set items must all have null values")}static from(e,t,s){let{replacer:i}=s,a=new this(e);if(t&&Symbol.iterator in Object(t))for(let e of t)"function"==typeof i&&(e=i.call(t,e,e)),a.items.push(l.createPair(e,null,s));return a}}r.tag="tag:yaml.org,2002:set",t.YAMLSet=r,t.set={collection:"map",identify:e=>e instanceof Set,nodeClass:r,default:!1,tag:"tag:yaml.org,2002:set",createNode:(e,t,s)=>r.from(e,t,s),resolve(e,t){if(i.isMap(e))if(e.hasAllNullValues(!0))return Object.assign(new r,e);else t("Set items must all have null values");else t("Expected a mapping for this tag");return e}}}),

/***/ 685601:
/***/ ((t,e,i)=>{var r=i(1010052);function a(t,e){let i=t[0],r="-"===i||"+"===i?t.substring(1):t,a=t=>e?BigInt(t):Number(t),n=r.replace(/_/g,"").split(":").reduce((t,e)=>t*a(60)+a(e),a(0));return"-"===i?a(-1)*n:n}function n(t){let{value:e}=t,i=t=>t;if("bigint"==typeof e)i=t=>BigInt(t);else if(isNaN(e)||!isFinite(e))return r.stringifyNumber(t);let a="";e<0&&(a="-",e*=i(-1));let n=i(60),s=[e%n];return e<60?s.unshift(0):(e=(e-s[0])/n,s.unshift(e%n),e>=60&&(e=(e-s[0])/n,s.unshift(e))),a+s.map(t=>String(t).padStart(2,"0")).join(":").replace(/000000\d*$/,"")}let s={identify:t=>t instanceof Date,default:!0,tag:"tag:yaml.org,2002:timestamp",test:RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),resolve(t){let e=t.match(s.test);if(!e)throw Error("!!timestamp expects a date, starting with yyyy-mm-dd");let[,i,r,n,f,l,g]=e.map(Number),m=Date.UTC(i,r-1,n,f||0,l||0,g||0,e[7]?Number((e[7]+"00").substr(1,3)):0),o=e[8];if(o&&"Z"!==o){let t=a(o,!1);30>Math.abs(t)&&(t*=60),m-=6e4*t}return new Date(m)},stringify:({value:t})=>t?.toISOString().replace(/(T00:00:00)?\.000Z$/,"")??""};e.floatTime={identify:t=>"number"==typeof t,default:!0,tag:"tag:yaml.org,2002:float",format:"TIME",test:/^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,resolve:t=>a(t,!1),stringify:n},e.intTime={identify:t=>"bigint"==typeof t||Number.isInteger(t),default:!0,tag:"tag:yaml.org,2002:int",format:"TIME",test:/^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,resolve:(t,e,{intAsBigInt:i})=>a(t,i),stringify:n},e.timestamp=s}),

/***/ 1013005:
/***/ ((e,t)=>{let l="block",n="quoted";function f(e,t,l){let n=t,f=t+1,i=e[f];for(;" "===i||"	"===i;)if(t<f+l)i=e[++t];else{do i=e[++t];while(i&&"\n"!==i);n=t,i=e[f=t+1]}return n}t.FOLD_BLOCK=l,t.FOLD_FLOW="flow",t.FOLD_QUOTED=n,t.foldFlowLines=function(e,t,i="flow",{indentAtStart:r,lineWidth:o=80,minContentWidth:h=20,onFold:s,onOverflow:u}={}){let a,c,g;if(!o||o<0)return e;o<h&&(h=0);let _=Math.max(1+h,1+o-t.length);if(e.length<=_)return e;let d=[],L={},O=o-t.length;"number"==typeof r&&(r>o-Math.max(2,h)?d.push(0):O=o-r);let b=!1,k=-1,p=-1,w=-1;for(i===l&&-1!==(k=f(e,k,t.length))&&(O=k+_);g=e[k+=1];){if(i===n&&"\\"===g){switch(p=k,e[k+1]){case"x":k+=3;break;case"u":k+=5;break;case"U":k+=9;break;default:k+=1}w=k}if("\n"===g)i===l&&(k=f(e,k,t.length)),O=k+t.length+_,a=void 0;else{if(" "===g&&c&&" "!==c&&"\n"!==c&&"	"!==c){let t=e[k+1];t&&" "!==t&&"\n"!==t&&"	"!==t&&(a=k)}if(k>=O)if(a)d.push(a),O=a+_,a=void 0;else if(i===n){for(;" "===c||"	"===c;)c=g,g=e[k+=1],b=!0;let t=k>w+1?k-2:p-1;if(L[t])return e;d.push(t),L[t]=!0,O=t+_,a=void 0}else b=!0}c=g}if(b&&u&&u(),0===d.length)return e;s&&s();let F=e.slice(0,d[0]);for(let l=0;l<d.length;++l){let f=d[l],r=d[l+1]||e.length;0===f?F=`
${t}${e.slice(0,r)}`:(i===n&&L[f]&&(F+=`${e[f]}\\`),F+=`
${t}${e.slice(f+1,r)}`)}return F}}),

/***/ 17466:
/***/ ((t,e,n)=>{var i=n(219394),l=n(426180),r=n(865038),o=n(434194);e.createStringifyContext=function(t,e){let n,i=Object.assign({blockQuote:!0,commentString:r.stringifyComment,defaultKeyType:null,defaultStringType:"PLAIN",directives:null,doubleQuotedAsJSON:!1,doubleQuotedMinMultiLineLength:40,falseStr:"false",flowCollectionPadding:!0,indentSeq:!0,lineWidth:80,minContentWidth:20,nullStr:"null",simpleKeys:!1,singleQuote:null,trailingComma:!1,trueStr:"true",verifyAliasOrder:!0},t.schema.toStringOptions,e);switch(i.collectionStyle){case"block":n=!1;break;case"flow":n=!0;break;default:n=null}return{anchors:new Set,doc:t,flowCollectionPadding:i.flowCollectionPadding?" ":"",indent:"",indentStep:"number"==typeof i.indent?" ".repeat(i.indent):"  ",inFlow:n,options:i}},e.stringify=function(t,e,n,r){let a;if(l.isPair(t))return t.toString(e,n,r);if(l.isAlias(t)){if(e.doc.directives)return t.toString(e);if(e.resolvedAliases?.has(t))throw TypeError("Cannot stringify circular structure without alias nodes");e.resolvedAliases?e.resolvedAliases.add(t):e.resolvedAliases=new Set([t]),t=t.resolve(e.doc)}let s=l.isNode(t)?t:e.doc.createNode(t,{onTagObj:t=>a=t});a??(a=function(t,e){let n,i;if(e.tag){let n=t.filter(t=>t.tag===e.tag);if(n.length>0)return n.find(t=>t.format===e.format)??n[0]}if(l.isScalar(e)){n=e.value;let l=t.filter(t=>t.identify?.(n));if(l.length>1){let t=l.filter(t=>t.test);t.length>0&&(l=t)}i=l.find(t=>t.format===e.format)??l.find(t=>!t.format)}else n=e,i=t.find(t=>t.nodeClass&&n instanceof t.nodeClass);if(!i){let t=n?.constructor?.name??(null===n?"null":typeof n);throw Error(`Tag not resolved for ${t} value`)}return i}(e.doc.schema.tags,s));let d=function(t,e,{anchors:n,doc:r}){if(!r.directives)return"";let o=[],a=(l.isScalar(t)||l.isCollection(t))&&t.anchor;a&&i.anchorIsValid(a)&&(n.add(a),o.push(`&${a}`));let s=t.tag??(e.default?null:e.tag);return s&&o.push(r.directives.tagString(s)),o.join(" ")}(s,a,e);d.length>0&&(e.indentAtStart=(e.indentAtStart??0)+d.length+1);let f="function"==typeof a.stringify?a.stringify(s,e,n,r):l.isScalar(s)?o.stringifyString(s,e,n,r):s.toString(e,n,r);return d?l.isScalar(s)||"{"===f[0]||"["===f[0]?`${d} ${f}`:`${d}
${e.indent}${f}`:f}}),

/***/ 209081:
/***/ ((e,n,t)=>{var l=t(426180),o=t(17466),i=t(865038);function m({indent:e,options:{commentString:n}},t,l,o){if(l&&o&&(l=l.replace(/^\n+/,"")),l){let o=i.indentComment(n(l),e);t.push(o.trimStart())}}n.stringifyCollection=function(e,n,t){return(n.inFlow??e.flow?function({items:e},n,{flowChars:t,itemIndent:s}){let{indent:r,indentStep:c,flowCollectionPadding:f,options:{commentString:u}}=n,p=Object.assign({},n,{indent:s+=c,inFlow:!0,type:null}),h=!1,a=0,d=[];for(let t=0;t<e.length;++t){let r=e[t],c=null;if(l.isNode(r))r.spaceBefore&&d.push(""),m(n,d,r.commentBefore,!1),r.comment&&(c=r.comment);else if(l.isPair(r)){let e=l.isNode(r.key)?r.key:null;e&&(e.spaceBefore&&d.push(""),m(n,d,e.commentBefore,!1),e.comment&&(h=!0));let t=l.isNode(r.value)?r.value:null;t?(t.comment&&(c=t.comment),t.commentBefore&&(h=!0)):null==r.value&&e?.comment&&(c=e.comment)}c&&(h=!0);let f=o.stringify(r,p,()=>c=null);h||(h=d.length>a||f.includes("\n")),t<e.length-1?f+=",":n.options.trailingComma&&(n.options.lineWidth>0&&(h||(h=d.reduce((e,n)=>e+n.length+2,2)+(f.length+2)>n.options.lineWidth)),h&&(f+=",")),c&&(f+=i.lineComment(f,s,u(c))),d.push(f),a=d.length}let{start:g,end:$}=t;if(0===d.length)return g+$;if(!h){let e=d.reduce((e,n)=>e+n.length+2,2);h=n.options.lineWidth>0&&e>n.options.lineWidth}if(!h)return`${g}${f}${d.join(" ")}${f}${$}`;{let e=g;for(let n of d)e+=n?`
${c}${r}${n}`:"\n";return`${e}
${r}${$}`}}:function({comment:e,items:n},t,{blockItemPrefix:s,flowChars:r,itemIndent:c,onChompKeep:f,onComment:u}){let p,{indent:h,options:{commentString:a}}=t,d=Object.assign({},t,{indent:c,type:null}),g=!1,$=[];for(let e=0;e<n.length;++e){let r=n[e],f=null;if(l.isNode(r))!g&&r.spaceBefore&&$.push(""),m(t,$,r.commentBefore,g),r.comment&&(f=r.comment);else if(l.isPair(r)){let e=l.isNode(r.key)?r.key:null;e&&(!g&&e.spaceBefore&&$.push(""),m(t,$,e.commentBefore,g))}g=!1;let u=o.stringify(r,d,()=>f=null,()=>g=!0);f&&(u+=i.lineComment(u,c,a(f))),g&&f&&(g=!1),$.push(s+u)}if(0===$.length)p=r.start+r.end;else{p=$[0];for(let e=1;e<$.length;++e){let n=$[e];p+=n?`
${h}${n}`:"\n"}}return e?(p+="\n"+i.indentComment(a(e),h),u&&u()):g&&f&&f(),p})(e,n,t)}}),

/***/ 865038:
/***/ ((n,e)=>{function t(n,e){return/^\n+$/.test(n)?n.substring(1):e?n.replace(/^(?! *$)/gm,e):n}e.indentComment=t,e.lineComment=(n,e,i)=>n.endsWith("\n")?t(i,e):i.includes("\n")?"\n"+t(i,e):(n.endsWith(" ")?"":" ")+i,e.stringifyComment=n=>n.replace(/^(?!$)(?: $)?/gm,"#")}),

/***/ 835397:
/***/ ((e,t,n)=>{var o=n(426180),i=n(17466),s=n(865038);t.stringifyDocument=function(e,t){let n=[],c=!0===t.directives;if(!1!==t.directives&&e.directives){let t=e.directives.toString(e);t?(n.push(t),c=!0):e.directives.docStart&&(c=!0)}c&&n.push("---");let m=i.createStringifyContext(e,t),{commentString:l}=m.options;if(e.commentBefore){1!==n.length&&n.unshift("");let t=l(e.commentBefore);n.unshift(s.indentComment(t,""))}let r=!1,f=null;if(e.contents){if(o.isNode(e.contents)){if(e.contents.spaceBefore&&c&&n.push(""),e.contents.commentBefore){let t=l(e.contents.commentBefore);n.push(s.indentComment(t,""))}m.forceBlockIndent=!!e.comment,f=e.contents.comment}let t=f?void 0:()=>r=!0,u=i.stringify(e.contents,m,()=>f=null,t);f&&(u+=s.lineComment(u,"",l(f))),("|"===u[0]||">"===u[0])&&"---"===n[n.length-1]?n[n.length-1]=`--- ${u}`:n.push(u)}else n.push(i.stringify(e.contents,m));if(e.directives?.docEnd)if(e.comment){let t=l(e.comment);t.includes("\n")?(n.push("..."),n.push(s.indentComment(t,""))):n.push(`... ${t}`)}else n.push("...");else{let t=e.comment;t&&r&&(t=t.replace(/^\n+/,"")),t&&((!r||f)&&""!==n[n.length-1]&&n.push(""),n.push(s.indentComment(l(t),"")))}return n.join("\n")+"\n"}}),

/***/ 1010052:
/***/ ((t,e)=>{e.stringifyNumber=function({format:t,minFractionDigits:e,tag:i,value:n}){if("bigint"==typeof n)return String(n);let r="number"==typeof n?n:Number(n);if(!isFinite(r))return isNaN(r)?".nan":r<0?"-.inf":".inf";let f=Object.is(n,-0)?"-0":JSON.stringify(n);if(!t&&e&&(!i||"tag:yaml.org,2002:float"===i)&&/^-?\d/.test(f)&&!f.includes("e")){let t=f.indexOf(".");t<0&&(t=f.length,f+=".");let i=e-(f.length-t-1);for(;i-- >0;)f+="0"}return f}}),

/***/ 53781:
/***/ ((e,n,i)=>{var t=i(426180),l=i(816053),o=i(17466),s=i(865038);n.stringifyPair=function({key:e,value:n},i,r,a){let c,f,m,{allNullValues:d,doc:u,indent:y,indentStep:h,options:{commentString:p,indentSeq:w,simpleKeys:g}}=i,C=t.isNode(e)&&e.comment||null;if(g){if(C)throw Error("With simple keys, key nodes cannot have comments");if(t.isCollection(e)||!t.isNode(e)&&"object"==typeof e)throw Error("With simple keys, collection cannot be used as a key value")}let F=!g&&(!e||C&&null==n&&!i.inFlow||t.isCollection(e)||(t.isScalar(e)?e.type===l.Scalar.BLOCK_FOLDED||e.type===l.Scalar.BLOCK_LITERAL:"object"==typeof e));i=Object.assign({},i,{allNullValues:!1,implicitKey:!F&&(g||!d),indent:y+h});let $=!1,_=!1,O=o.stringify(e,i,()=>$=!0,()=>_=!0);if(!F&&!i.inFlow&&O.length>1024){if(g)throw Error("With simple keys, single line scalar must not span more than 1024 characters");F=!0}if(i.inFlow){if(d||null==n)return $&&r&&r(),""===O?"?":F?`? ${O}`:O}else if(d&&!g||null==n&&F)return O=`? ${O}`,C&&!$?O+=s.lineComment(O,i.indent,p(C)):_&&a&&a(),O;$&&(C=null),F?(C&&(O+=s.lineComment(O,i.indent,p(C))),O=`? ${O}
${y}:`):(O=`${O}:`,C&&(O+=s.lineComment(O,i.indent,p(C)))),t.isNode(n)?(c=!!n.spaceBefore,f=n.commentBefore,m=n.comment):(c=!1,f=null,m=null,n&&"object"==typeof n&&(n=u.createNode(n))),i.implicitKey=!1,!F&&!C&&t.isScalar(n)&&(i.indentAtStart=O.length+1),_=!1,!(!w&&h.length>=2&&!i.inFlow&&!F&&t.isSeq(n))||n.flow||n.tag||n.anchor||(i.indent=i.indent.substring(2));let b=!1,k=o.stringify(n,i,()=>b=!0,()=>_=!0),S=" ";if(C||c||f){if(S=c?"\n":"",f){let e=p(f);S+=`
${s.indentComment(e,i.indent)}`}""!==k||i.inFlow?S+=`
${i.indent}`:"\n"===S&&m&&(S="\n\n")}else if(!F&&t.isCollection(n)){let e=k[0],t=k.indexOf("\n"),l=-1!==t,o=i.inFlow??n.flow??0===n.items.length;if(l||!o){let n=!1;if(l&&("&"===e||"!"===e)){let i=k.indexOf(" ");"&"===e&&-1!==i&&i<t&&"!"===k[i+1]&&(i=k.indexOf(" ",i+1)),(-1===i||t<i)&&(n=!0)}n||(S=`
${i.indent}`)}}else(""===k||"\n"===k[0])&&(S="");return O+=S+k,i.inFlow?b&&r&&r():m&&!b?O+=s.lineComment(O,i.indent,p(m)):_&&a&&a(),O}}),

/***/ 434194:
/***/ ((e,t,n)=>{let r;var l=n(816053),i=n(1013005);let s=(e,t)=>({indentAtStart:t?e.indent.length:e.indentAtStart,lineWidth:e.options.lineWidth,minContentWidth:e.options.minContentWidth});function a(e,t){let n=JSON.stringify(e);if(t.options.doubleQuotedAsJSON)return n;let{implicitKey:r}=t,l=t.options.doubleQuotedMinMultiLineLength,a=t.indent||(/^(%|---|\.\.\.)/m.test(e)?"  ":""),u="",c=0;for(let e=0,t=n[e];t;t=n[++e])if(" "===t&&"\\"===n[e+1]&&"n"===n[e+2]&&(u+=n.slice(c,e)+"\\ ",e+=1,c=e,t="\\"),"\\"===t)switch(n[e+1]){case"u":{u+=n.slice(c,e);let t=n.substr(e+2,4);switch(t){case"0000":u+="\\0";break;case"0007":u+="\\a";break;case"000b":u+="\\v";break;case"001b":u+="\\e";break;case"0085":u+="\\N";break;case"00a0":u+="\\_";break;case"2028":u+="\\L";break;case"2029":u+="\\P";break;default:"00"===t.substr(0,2)?u+="\\x"+t.substr(2):u+=n.substr(e,6)}e+=5,c=e+1}break;case"n":if(r||'"'===n[e+2]||n.length<l)e+=1;else{for(u+=n.slice(c,e)+"\n\n";"\\"===n[e+2]&&"n"===n[e+3]&&'"'!==n[e+4];)u+="\n",e+=2;u+=a," "===n[e+2]&&(u+="\\"),e+=1,c=e+1}break;default:e+=1}return u=c?u+n.slice(c):n,r?u:i.foldFlowLines(u,a,i.FOLD_QUOTED,s(t,!1))}function u(e,t){if(!1===t.options.singleQuote||t.implicitKey&&e.includes("\n")||/[ \t]\n|\n[ \t]/.test(e))return a(e,t);let n=t.indent||(/^(%|---|\.\.\.)/m.test(e)?"  ":""),r="'"+e.replace(/'/g,"''").replace(/\n+/g,`$&
${n}`)+"'";return t.implicitKey?r:i.foldFlowLines(r,n,i.FOLD_FLOW,s(t,!1))}function c(e,t){let n,{singleQuote:r}=t.options;if(!1===r)n=a;else{let t=e.includes('"'),l=e.includes("'");n=t&&!l?u:l&&!t?a:r?u:a}return n(e,t)}try{r=RegExp("(^|(?<!\n))\n+(?!\n|$)","g")}catch{r=/\n+(?!\n|$)/g}function o({comment:e,type:t,value:n},a,u,f){let d,g,L,$,{blockQuote:O,commentString:p,lineWidth:b}=a.options;if(!O||/\n[\t ]+$/.test(n))return c(n,a);let h=a.indent||(a.forceBlockIndent||($=n,/^(%|---|\.\.\.)/m.test($))?"  ":""),_="literal"===O||"folded"!==O&&t!==l.Scalar.BLOCK_FOLDED&&(t===l.Scalar.BLOCK_LITERAL||!function(e,t,n){if(!t||t<0)return!1;let r=t-n,l=e.length;if(l<=r)return!1;for(let t=0,n=0;t<l;++t)if("\n"===e[t]){if(t-n>r)return!0;if(l-(n=t+1)<=r)return!1}return!0}(n,b,h.length));if(!n)return _?"|\n":">\n";for(g=n.length;g>0;--g){let e=n[g-1];if("\n"!==e&&"	"!==e&&" "!==e)break}let S=n.substring(g),D=S.indexOf("\n");-1===D?d="-":n===S||D!==S.length-1?(d="+",f&&f()):d="",S&&(n=n.slice(0,-S.length),"\n"===S[S.length-1]&&(S=S.slice(0,-1)),S=S.replace(r,`$&${h}`));let E=!1,F=-1;for(L=0;L<n.length;++L){let e=n[L];if(" "===e)E=!0;else if("\n"===e)F=L;else break}let k=n.substring(0,F<L?F+1:L);k&&(n=n.substring(k.length),k=k.replace(/\n+/g,`$&${h}`));let m=h?"2":"1",B=(E?m:"")+d;if(e&&(B+=" "+p(e.replace(/ ?[\r\n]+/g," ")),u&&u()),!_){let e=n.replace(/\n+/g,"\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g,"$1$2").replace(/\n+/g,`$&${h}`),r=!1,u=s(a,!0);"folded"!==O&&t!==l.Scalar.BLOCK_FOLDED&&(u.onOverflow=()=>{r=!0});let c=i.foldFlowLines(`${k}${e}${S}`,h,i.FOLD_BLOCK,u);if(!r)return`>${B}
${h}${c}`}return n=n.replace(/\n+/g,`$&${h}`),`|${B}
${h}${k}${n}${S}`}t.stringifyString=function(e,t,n,r){let{implicitKey:f,inFlow:d}=t,g="string"==typeof e.value?e:Object.assign({},e,{value:String(e.value)}),{type:L}=e;L!==l.Scalar.QUOTE_DOUBLE&&/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(g.value)&&(L=l.Scalar.QUOTE_DOUBLE);let $=e=>{switch(e){case l.Scalar.BLOCK_FOLDED:case l.Scalar.BLOCK_LITERAL:return f||d?c(g.value,t):o(g,t,n,r);case l.Scalar.QUOTE_DOUBLE:return a(g.value,t);case l.Scalar.QUOTE_SINGLE:return u(g.value,t);case l.Scalar.PLAIN:return function(e,t,n,r){let{type:a,value:u}=e,{actualString:f,implicitKey:d,indent:g,indentStep:L,inFlow:$}=t;if(d&&u.includes("\n")||$&&/[[\]{},]/.test(u))return c(u,t);if(/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(u))return d||$||!u.includes("\n")?c(u,t):o(e,t,n,r);if(!d&&!$&&a!==l.Scalar.PLAIN&&u.includes("\n"))return o(e,t,n,r);if(/^(%|---|\.\.\.)/m.test(u)){if(""===g)return t.forceBlockIndent=!0,o(e,t,n,r);else if(d&&g===L)return c(u,t)}let O=u.replace(/\n+/g,`$&
${g}`);if(f){let e=e=>e.default&&"tag:yaml.org,2002:str"!==e.tag&&e.test?.test(O),{compat:n,tags:r}=t.doc.schema;if(r.some(e)||n?.some(e))return c(u,t)}return d?O:i.foldFlowLines(O,g,i.FOLD_FLOW,s(t,!1))}(g,t,n,r);default:return null}},O=$(L);if(null===O){let{defaultKeyType:e,defaultStringType:n}=t.options,r=f&&e||n;if(null===(O=$(r)))throw Error(`Unsupported default string type ${r}`)}return O}}),

/***/ 466948:
/***/ ((e,t,i)=>{var l=i(426180);let n=Symbol("break visit"),a=Symbol("skip children"),o=Symbol("remove node");function r(e,t){let i=f(t);l.isDocument(e)?s(null,e.contents,i,Object.freeze([e]))===o&&(e.contents=null):s(null,e,i,Object.freeze([]))}function s(e,t,i,a){let r=y(e,t,i,a);if(l.isNode(r)||l.isPair(r))return b(e,a,r),s(e,r,i,a);if("symbol"!=typeof r){if(l.isCollection(t)){a=Object.freeze(a.concat(t));for(let e=0;e<t.items.length;++e){let l=s(e,t.items[e],i,a);if("number"==typeof l)e=l-1;else{if(l===n)return n;l===o&&(t.items.splice(e,1),e-=1)}}}else if(l.isPair(t)){a=Object.freeze(a.concat(t));let e=s("key",t.key,i,a);if(e===n)return n;e===o&&(t.key=null);let l=s("value",t.value,i,a);if(l===n)return n;l===o&&(t.value=null)}}return r}async function c(e,t){let i=f(t);l.isDocument(e)?await u(null,e.contents,i,Object.freeze([e]))===o&&(e.contents=null):await u(null,e,i,Object.freeze([]))}async function u(e,t,i,a){let r=await y(e,t,i,a);if(l.isNode(r)||l.isPair(r))return b(e,a,r),u(e,r,i,a);if("symbol"!=typeof r){if(l.isCollection(t)){a=Object.freeze(a.concat(t));for(let e=0;e<t.items.length;++e){let l=await u(e,t.items[e],i,a);if("number"==typeof l)e=l-1;else{if(l===n)return n;l===o&&(t.items.splice(e,1),e-=1)}}}else if(l.isPair(t)){a=Object.freeze(a.concat(t));let e=await u("key",t.key,i,a);if(e===n)return n;e===o&&(t.key=null);let l=await u("value",t.value,i,a);if(l===n)return n;l===o&&(t.value=null)}}return r}function f(e){return"object"==typeof e&&(e.Collection||e.Node||e.Value)?Object.assign({Alias:e.Node,Map:e.Node,Scalar:e.Node,Seq:e.Node},e.Value&&{Map:e.Value,Scalar:e.Value,Seq:e.Value},e.Collection&&{Map:e.Collection,Seq:e.Collection},e):e}function y(e,t,i,n){return"function"==typeof i?i(e,t,n):l.isMap(t)?i.Map?.(e,t,n):l.isSeq(t)?i.Seq?.(e,t,n):l.isPair(t)?i.Pair?.(e,t,n):l.isScalar(t)?i.Scalar?.(e,t,n):l.isAlias(t)?i.Alias?.(e,t,n):void 0}function b(e,t,i){let n=t[t.length-1];if(l.isCollection(n))n.items[e]=i;else if(l.isPair(n))"key"===e?n.key=i:n.value=i;else if(l.isDocument(n))n.contents=i;else{let e=l.isAlias(n)?"alias":"scalar";throw Error(`Cannot replace node with ${e} parent`)}}r.BREAK=n,r.SKIP=a,r.REMOVE=o,c.BREAK=n,c.SKIP=a,c.REMOVE=o,t.visit=r,t.visitAsync=c}),

/***/ 504147:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _lockstep_action_shell__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(991619);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(202488);


await (0,_lockstep_action_shell__WEBPACK_IMPORTED_MODULE_1__/* .runAction */ .C)(_run_js__WEBPACK_IMPORTED_MODULE_0__/* .action */ .X);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 202488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  X: () => (/* binding */ action)
});

;// CONCATENATED MODULE: ./packages/action-shell/lib/action.js
function defineAction(action) {
    return action;
}

// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __nccwpck_require__(672435);
;// CONCATENATED MODULE: ./packages/action-kit/lib/backup/create-end.js

function createEnd(created, place) {
    switch (created.kind) {
        case 'backed-up':
            return backedUp(created.manifest, place);
        case 'rows-hidden':
            return refused('rows-hidden', `row-level security hides rows of ${(0,lists/* nameSome */.Kf)(created.tables, 10)} from this role`);
        case 'not-readable':
            return refused('not-readable', `this role may not read ${(0,lists/* nameSome */.Kf)(created.tables, 10)}`);
        case 'large-objects':
            return refused('large-objects', `${(0,lists/* count */.U9)(created.count, 'large object')}: they would not be contained`);
        case 'nothing-to-back-up':
            return refused('nothing-to-back-up', 'the database has no table of its own');
        case 'lock-timeout':
            return none('lock-timeout', created.why);
        case 'gave-way':
            return none(created.to === 'time' ? 'took-too-long' : 'gave-way', created.why);
        case 'id-taken':
            return none('id-taken', `${created.id} is stored already`);
    }
}
function storedBytes({ contents, objects }) {
    return objects.reduce((sum, object) => sum + object.bytes, contents.bytes);
}
function secondsOf({ finishedAt, takenAt }) {
    return (Date.parse(finishedAt) - Date.parse(takenAt)) / 1_000;
}
function backedUp(manifest, place) {
    const { id, tier, totals } = manifest;
    const what = `${(0,lists/* count */.U9)(totals.tables, 'table')}, ${(0,lists/* count */.U9)(totals.rows, 'row')}`;
    const size = `${(storedBytes(manifest) / 1e6).toFixed(1)} MB in ${secondsOf(manifest).toFixed(1)} s`;
    return { verdict: 'pass', reason: 'backed-up', message: `${tier}/${id} in ${place}: ${what}, ${size}` };
}
function refused(reason, why) {
    return { verdict: 'fail', reason, message: `no backup was made: ${why}` };
}
function none(reason, why) {
    return { verdict: 'unknown', reason, message: `no backup: ${why}` };
}

// EXTERNAL MODULE: ./packages/postgres/lib/connection/database-url.js + 2 modules
var database_url = __nccwpck_require__(735351);
// EXTERNAL MODULE: ./packages/backup/lib/source/inventory.js
var source_inventory = __nccwpck_require__(345882);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __nccwpck_require__(203906);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/session.js + 2 modules
var connection_session = __nccwpck_require__(356042);
;// CONCATENATED MODULE: ./packages/postgres/lib/connection/pooler.js



async function refuseTransactionPooler(access, session) {
    if (session.announcedPid === session.pid)
        return;
    const second = await (0,connection_session/* openSession */.f)(access.target, {
        log: access.log,
        signal: access.signal,
        applicationName: 'lockstep probe',
    });
    try {
        let shared = second.pid === session.pid;
        if (!shared) {
            await second.rows('begin');
            const [now] = await session.rows('select pg_catalog.pg_backend_pid()');
            shared = Number(now?.[0]) !== session.pid;
            await second.rows('rollback');
        }
        if (!shared)
            return;
    }
    finally {
        await second.close();
    }
    throw new errors/* InputError */.dz(`database-url: ${access.target.host}:${access.target.port} is a pooler in transaction mode, on which locks and ` +
        `settings do not hold; use its session mode, ${(0,database_url/* sessionUrl */._c)(access.target)}, or the server itself`);
}

// EXTERNAL MODULE: ./packages/postgres/lib/connection/sql-error.js
var sql_error = __nccwpck_require__(182089);
// EXTERNAL MODULE: ./packages/backup/lib/source/source-settings.js
var source_settings = __nccwpck_require__(163522);
;// CONCATENATED MODULE: ./packages/backup/lib/source/snapshot.js




class LockNotGranted extends Error {
    name = 'LockNotGranted';
}
const LOCKS_IN_A_MESSAGE = 200;
const TRIES = 3;
async function takeSnapshot(keeper, options) {
    await refuseTransactionPooler(options.access, keeper);
    for (let turn = 1; turn <= TRIES; turn++) {
        const { toLock } = await (0,source_inventory/* readInventory */.zw)(keeper, options.selection, { locked: false });
        await keeper.rows(`begin isolation level repeatable read, read only; ${settingsFor(keeper)}`);
        await lock(keeper, toLock, options.lockTimeoutMs);
        const [row] = await keeper.rows('select pg_catalog.pg_export_snapshot()');
        const inventory = await (0,source_inventory/* readInventory */.zw)(keeper, options.selection, { locked: true });
        if (inventory.toLock.join('\n') === toLock.join('\n')) {
            return { keeper, id: row?.[0] ?? '', inventory, facts: await readFacts(keeper) };
        }
        await keeper.rows('rollback');
    }
    throw new errors/* RemoteError */.Hi('tables were created or dropped each time the locks were taken', {
        service: 'PostgreSQL',
        retryable: true,
        hint: 'run again when no migration runs',
    });
}
async function joinSnapshot(session, id, mode) {
    await session.rows(`begin isolation level repeatable read, ${mode}; set transaction snapshot '${id}'; ${settingsFor(session)}`);
}
function openSource(target, log, signal) {
    return (0,connection_session/* openSession */.f)(target, { log, signal, applicationName: 'lockstep backup' });
}
function settingsFor(session) {
    return session.version < 170_000 ? source_settings/* SOURCE_SETTINGS */.G : `${source_settings/* SOURCE_SETTINGS */.G}; set local transaction_timeout = 0`;
}
async function lock(keeper, tables, timeoutMs) {
    await keeper.rows(`set local lock_timeout = ${Math.max(1, Math.round(timeoutMs))}`);
    for (let from = 0; from < tables.length; from += LOCKS_IN_A_MESSAGE) {
        const list = tables.slice(from, from + LOCKS_IN_A_MESSAGE).map((name) => `only ${name}`);
        const result = await keeper.send(`lock table ${list.join(', ')} in access share mode`);
        if (result.ok)
            continue;
        const isTimeout = result.error instanceof sql_error/* SqlError */.L8 && result.error.server.code === '55P03';
        throw isTimeout ? new LockNotGranted('a table is locked by another transaction') : result.error;
    }
    await keeper.rows('set local lock_timeout = 0');
}
async function readFacts(keeper) {
    const [row] = await keeper.rows(`select extract(epoch from pg_catalog.clock_timestamp()) * 1000, pg_catalog.current_database(),
            pg_catalog.pg_encoding_to_char(d.encoding), pg_catalog.current_setting('server_version'),
            pg_catalog.pg_current_snapshot()::text,
            case when pg_catalog.has_function_privilege('pg_catalog.pg_control_system()', 'execute')
                 then (select system_identifier::text from pg_catalog.pg_control_system()) end,
            case when pg_catalog.has_function_privilege('pg_catalog.pg_current_wal_insert_lsn()', 'execute')
                 then pg_catalog.pg_current_wal_insert_lsn()::text end
       from pg_catalog.pg_database d where d.datname = pg_catalog.current_database()`);
    const [at, database, encoding, version, snapshot, system, lsn] = row ?? [];
    return {
        takenAtMs: Math.floor(Number(at)),
        database: database ?? '',
        encoding: encoding ?? '',
        serverVersion: version ?? '',
        major: Math.floor(keeper.version / 10_000),
        systemIdentifier: system ?? null,
        snapshot: snapshot ?? '',
        lsn: lsn ?? null,
    };
}

;// CONCATENATED MODULE: ./packages/backup/lib/create/plan.js


async function planBackup({ target, selection, log, signal, }) {
    const session = await openSource(target, log, signal);
    try {
        await session.rows('set row_security = off');
        return await (0,source_inventory/* readInventory */.zw)(session, selection, { locked: false });
    }
    finally {
        await session.close();
    }
}

// EXTERNAL MODULE: ./packages/backup/lib/manifest/manifest.js + 1 modules
var manifest_manifest = __nccwpck_require__(922336);
;// CONCATENATED MODULE: ./packages/backup/lib/status/tiers.js

function tierFor(nowMs, backups) {
    for (const tier of ['yearly', 'monthly', 'weekly']) {
        const period = periodOf(tier, nowMs);
        const kept = manifest_manifest/* TIERS */.iB.slice(manifest_manifest/* TIERS */.iB.indexOf(tier));
        const has = backups.some((one) => one.isWhole && kept.includes(one.tier) && periodOf(tier, one.takenAtMs) === period);
        if (!has)
            return tier;
    }
    return 'daily';
}
function periodOf(tier, atMs) {
    const day = new Date(atMs).toISOString().slice(0, 10);
    if (tier === 'yearly')
        return day.slice(0, 4);
    if (tier === 'monthly')
        return day.slice(0, 7);
    if (tier === 'daily')
        return day;
    const DAY_MS = 86_400_000;
    return String(Math.floor((atMs / DAY_MS + 3) / 7));
}

;// CONCATENATED MODULE: ./packages/backup/lib/status/list-backups.js

async function listBackups(place, options) {
    const found = new Map();
    for (const tier of manifest_manifest/* TIERS */.iB) {
        for await (const object of place.list(`${tier}/`, options)) {
            const id = object.key.split('/')[1] ?? '';
            if (!(0,manifest_manifest/* isBackupId */["if"])(id))
                continue;
            const prefix = `${tier}/${id}/`;
            const objects = found.get(prefix);
            if (objects === undefined)
                found.set(prefix, [object]);
            else
                objects.push(object);
        }
    }
    return [...found].map(([prefix, objects]) => listed(prefix, objects)).sort((a, b) => b.takenAtMs - a.takenAtMs);
}
function listed(prefix, objects) {
    const [tier, id = ''] = prefix.split('/');
    const locks = objects.map(({ lockedUntilMs }) => lockedUntilMs);
    return {
        tier,
        id,
        prefix,
        takenAtMs: (0,manifest_manifest/* takenAtOf */.cv)(id) ?? 0,
        isWhole: objects.some(({ key }) => key === `${prefix}${manifest_manifest/* MANIFEST_NAME */.ir}`),
        objects: objects.length,
        bytes: objects.reduce((sum, object) => sum + object.bytes, 0),
        lockedUntilMs: locks.every((lock) => lock !== undefined) ? Math.min(...locks) : undefined,
        legalHold: objects.length > 0 && objects.every(({ legalHold }) => legalHold === true),
    };
}
function newestOf(backups) {
    return backups.find(({ isWhole }) => isWhole);
}

// EXTERNAL MODULE: external "node:crypto"
let external_node_crypto__kept;
const external_node_crypto_ = () => (external_node_crypto__kept ??= __nccwpck_require__(823569));
// EXTERNAL MODULE: ./packages/backup/lib/files/lazily.js
var lazily = __nccwpck_require__(191747);
;// CONCATENATED MODULE: ./packages/backup/lib/manifest/restore-script.js
const RESTORE_NAME = 'restore.sh';
const SUMS_NAME = 'SHA256SUMS';
function checksumFile(objects) {
    return objects.map(({ sha256, name }) => `${sha256}  ${name}\n`).join('');
}
function restoreScript(order) {
    return `#!/usr/bin/env bash
# Restores this backup into an empty database, with psql alone:
#
#   ./restore.sh postgresql://USER:PASSWORD@HOST:5432/DATABASE [KEY-FILE]
#
# KEY-FILE holds the age identity that decrypts. Either all is restored or nothing. Jobs of pg_cron are restored switched
# off: turn them on with "update cron.job set active = true" when this database is to act on the world.
# This program's own \`restore\` also compares what it restored with the manifest.
set -euo pipefail
# As it was written, whatever is set here.
export PGCLIENTENCODING=UTF8
cd "$(dirname "$0")"
target=\${1:?usage: ./restore.sh postgresql://… [KEY-FILE]}
key=\${2:-}

sha256sum --check --quiet ${SUMS_NAME}

plain() {
  case $1 in
    *.age) age --decrypt --identity "\${key:?this backup is encrypted: give the file of the key}" "$1" | gzip -dc ;;
    *) gzip -dc "$1" ;;
  esac
}

all() {
  echo 'begin;'
${order.map((name) => `  plain ${name}`).join('\n')}
  # Only behind all of it: psql would also commit what was cut.
  echo 'commit;'
}

all | psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 "$target" > /dev/null
echo 'restored'
`;
}

;// CONCATENATED MODULE: external "node:child_process"
let external_node_child_process_namespaceObject_kept;
const external_node_child_process_namespaceObject = () => (external_node_child_process_namespaceObject_kept ??= __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process"));
;// CONCATENATED MODULE: external "node:stream/consumers"
let consumers_namespaceObject_kept;
const consumers_namespaceObject = () => (consumers_namespaceObject_kept ??= __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/consumers"));
;// CONCATENATED MODULE: ./packages/backup/lib/schema/native-dump.js



async function refuseUnfitDump(path, major, signal) {
    const { code, output } = await run(path, ['--version'], {}, signal);
    const words = output.toString('utf8').trim();
    const own = Number(/^pg_dump \(PostgreSQL\) (\d+)/.exec(words)?.[1]);
    if (code !== 0 || Number.isNaN(own)) {
        const said = words.split('\n', 1)[0] || 'nothing';
        throw new errors/* InputError */.dz(`pg-dump-path: ${path} is no pg_dump: with --version it ended with ${code} and wrote ${said}`);
    }
    if (own < major) {
        throw new errors/* InputError */.dz(`pg-dump-path: ${path} is of version ${own}, and the server is PostgreSQL ${major}: ` +
            `use a pg_dump of version ${major} or newer, or leave the input out`);
    }
}
async function nativeDump(path, target, args, signal) {
    const { code, output, words } = await run(path, [...args, '--no-password'], libpqVariables(target), signal);
    if (code === 0)
        return output;
    throw new errors/* RemoteError */.Hi(words || `it ended with ${code}`, { service: 'pg_dump', retryable: false });
}
async function run(path, args, env, signal) {
    const program = (0,external_node_child_process_namespaceObject().spawn)(path, args, {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { PATH: process.env['PATH'], ...env },
        ...(signal === undefined ? {} : { signal }),
    });
    const ended = new Promise((resolve, reject) => {
        program.once('error', (cause) => {
            const isAbsent = cause.code === 'ENOENT' || cause.code === 'EACCES';
            reject(isAbsent ? new errors/* InputError */.dz(`pg-dump-path: ${path} cannot be run`, { cause }) : cause);
        });
        program.once('close', (code, killed) => resolve(code ?? killed ?? 'no code'));
    });
    const [output, words, code] = await Promise.all([(0,consumers_namespaceObject().buffer)(program.stdout), (0,consumers_namespaceObject().buffer)(program.stderr), ended]);
    return { code, output, words: words.toString('utf8').trim() };
}
function libpqVariables(target) {
    const { tls } = target;
    const mode = { off: 'disable', none: 'require', ca: 'verify-ca', full: 'verify-full' }[tls.mode];
    const roots = tls.mode === 'off' || tls.mode === 'none' ? undefined : (tls.roots ?? 'system');
    return {
        PGHOST: target.host,
        PGPORT: String(target.port),
        PGUSER: target.user,
        PGDATABASE: target.database,
        PGPASSWORD: target.password,
        PGSSLMODE: mode,
        PGAPPNAME: 'lockstep backup schema',
        ...(roots === undefined ? {} : { PGSSLROOTCERT: roots }),
        ...(target.options === '' ? {} : { PGOPTIONS: target.options }),
    };
}

// EXTERNAL MODULE: ./packages/backup/lib/seal/sealed-object.js + 2 modules
var sealed_object = __nccwpck_require__(360467);
;// CONCATENATED MODULE: ./packages/postgres/lib/migration-lock.js
const MIGRATION_LOCK = '4120653457330203772';

;// CONCATENATED MODULE: ./packages/backup/lib/source/give-way.js


class GaveWay extends Error {
    name = 'GaveWay';
    to;
    constructor(to, message) {
        super(message);
        this.to = to;
    }
}
const LOOK_EVERY_MS = 500;
class GiveWay {
    #options;
    #startedMs;
    #stop = new AbortController();
    #gaveWay = new AbortController();
    #pids = new Set();
    #looking = Promise.resolve();
    constructor(options) {
        this.#options = options;
        this.#startedMs = options.clock.now();
    }
    get signal() {
        return this.#gaveWay.signal;
    }
    watch(session) {
        this.#pids.add(session.pid);
    }
    start() {
        void this.#options.session.send("set statement_timeout = '10s'");
        this.#looking = this.#look().catch((error) => {
            if (!this.#stop.signal.aborted)
                this.#yield(new GaveWay('lock', `whether someone waits for the backup could not be seen: ${(0,errors/* describe */.q0)(error)}`));
        });
    }
    async refuseRelease() {
        const reason = await this.#release();
        if (reason !== undefined)
            throw reason;
    }
    async end() {
        this.#stop.abort();
        await this.#looking;
        await this.#terminate();
    }
    async #look() {
        const { clock } = this.#options;
        for (;;) {
            const reason = this.#late() ?? (await this.#waiter()) ?? (await this.#release());
            if (reason !== undefined) {
                this.#yield(reason);
                await this.#terminate();
                return;
            }
            try {
                await clock.sleep(LOOK_EVERY_MS, this.#stop.signal);
            }
            catch {
                return;
            }
        }
    }
    #yield(reason) {
        this.#gaveWay.abort(reason);
    }
    #late() {
        const passed = this.#options.clock.now() - this.#startedMs;
        if (passed <= this.#options.maxDurationMs)
            return undefined;
        return new GaveWay('time', `it took longer than ${Math.round(this.#options.maxDurationMs / 1_000)} s`);
    }
    async #waiter() {
        if (this.#pids.size === 0)
            return undefined;
        const ours = `array[${[...this.#pids].join(',')}]::int[]`;
        const [row] = await this.#options.session.rows(`select l.pid, a.application_name from pg_catalog.pg_locks l left join pg_catalog.pg_stat_activity a on a.pid = l.pid
        where not l.granted and l.pid <> all (${ours}) and pg_catalog.pg_blocking_pids(l.pid) && ${ours} limit 1`);
        if (row === undefined)
            return undefined;
        return new GaveWay('lock', `backend ${row[0]} (${row[1] || 'no name'}) waits for a table that the backup reads`);
    }
    async #release() {
        const key = MIGRATION_LOCK;
        const [row] = await this.#options.session.rows(`select l.pid from pg_catalog.pg_locks l where l.locktype = 'advisory' and l.granted and l.objsubid = 1
          and l.classid::bigint = (${key}::bigint >> 32) & 4294967295 and l.objid::bigint = ${key}::bigint & 4294967295
          and l.database = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database()) limit 1`);
        return row === undefined ? undefined : new GaveWay('release', `a migration runs (backend ${row[0]})`);
    }
    async #terminate() {
        const { session, log } = this.#options;
        if (this.#pids.size === 0 || session.lost)
            return;
        const result = await session.send(`select pg_catalog.pg_terminate_backend(a.pid) from pg_catalog.pg_stat_activity a
        where a.pid = any (array[${[...this.#pids].join(',')}]::int[]) and a.usename = session_user
          and a.application_name = 'lockstep backup'`);
        if (!result.ok)
            log.warning(`the backup's sessions could not be ended on the server: ${(0,errors/* describe */.q0)(result.error)}`);
    }
}

// EXTERNAL MODULE: ./packages/postgres/lib/quote.js
var quote = __nccwpck_require__(247753);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/copy-rows.js
var copy_rows = __nccwpck_require__(309774);
// EXTERNAL MODULE: ./packages/postgres/lib/schema/describe-schema.js + 3 modules
var describe_schema = __nccwpck_require__(129348);
// EXTERNAL MODULE: ./packages/backup/lib/rows/copy-script.js
var copy_script = __nccwpck_require__(123728);
// EXTERNAL MODULE: ./packages/backup/lib/restore/script-entries.js
var script_entries = __nccwpck_require__(857862);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(565658);
;// CONCATENATED MODULE: external "node:module"
const external_node_module_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(989278);
;// CONCATENATED MODULE: external "node:url"
const external_node_url_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");
;// CONCATENATED MODULE: external "node:worker_threads"
let external_node_worker_threads_namespaceObject_kept;
const external_node_worker_threads_namespaceObject = () => (external_node_worker_threads_namespaceObject_kept ??= __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads"));
// EXTERNAL MODULE: ./packages/base/lib/clock.js
var lib_clock = __nccwpck_require__(636190);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/explain.js
var explain = __nccwpck_require__(63455);
;// CONCATENATED MODULE: ./packages/postgres/lib/connection/raw.js


const WITHIN_MS = 20_000;
async function openRaw(target, options) {
    const { default: pg } = await __nccwpck_require__.e(/* import() */ 945).then(__nccwpck_require__.bind(__nccwpck_require__, 971287));
    const client = new pg.Client(await (0,connection_session/* clientConfig */.y)(target, options.applicationName, options.withinMs ?? WITHIN_MS));
    const parameters = {};
    client.connection.on('parameterStatus', (message) => {
        parameters[message.parameterName] = message.parameterValue;
    });
    client.on('error', () => undefined);
    try {
        await client.connect();
    }
    catch (error) {
        client.connection.stream.destroy();
        throw (0,explain/* explainFailedLogin */.A)(target, error);
    }
    const socket = client.connection.stream;
    socket.removeAllListeners('data');
    const { processID, secretKey } = client;
    return { socket, parameters, pid: processID, secretKey };
}

;// CONCATENATED MODULE: ./packages/backup/lib/schema/wasm-dump.js







const BUFFER_BYTES = 256 * 1024;
async function wasmDump(target, args, signal) {
    const connection = await openRaw(target, { applicationName: 'lockstep backup schema' });
    const control = new SharedArrayBuffer(8);
    const data = new SharedArrayBuffer(BUFFER_BYTES);
    const { parameters, pid, secretKey } = connection;
    const worker = new (external_node_worker_threads_namespaceObject()).Worker(beside('dump-worker.cjs'), {
        workerData: { module: pgDumpModule(), args, control, data, parameters, pid, secretKey },
    });
    const bridge = new Bridge(connection, new Int32Array(control), new Uint8Array(data));
    try {
        return await new Promise((resolve, reject) => {
            signal?.addEventListener('abort', () => reject((0,lib_clock/* cancellation */.WN)(signal)), { once: true });
            if (signal?.aborted)
                reject((0,lib_clock/* cancellation */.WN)(signal));
            worker.once('error', reject);
            worker.once('exit', (code) => reject(new Error(`the thread of pg_dump ended with code ${code}`)));
            worker.on('message', (said) => {
                if ('write' in said)
                    connection.socket.write(said.write);
                else if ('read' in said)
                    bridge.wanted();
                else if ('sql' in said)
                    resolve(said.sql);
                else
                    reject(wasm_dump_refused(said.error));
            });
        });
    }
    finally {
        await worker.terminate();
        connection.socket.destroy();
    }
}
class Bridge {
    #control;
    #data;
    #received = [];
    #isWanted = false;
    #isClosed = false;
    constructor({ socket }, control, data) {
        this.#control = control;
        this.#data = data;
        socket.on('data', (bytes) => {
            this.#received.push(bytes);
            this.#hand();
        });
        socket.on('close', () => {
            this.#isClosed = true;
            this.#hand();
        });
        socket.on('error', () => undefined);
    }
    wanted() {
        this.#isWanted = true;
        this.#hand();
    }
    #hand() {
        if (!this.#isWanted || (this.#received.length === 0 && !this.#isClosed))
            return;
        this.#isWanted = false;
        let length = 0;
        while (length < this.#data.length) {
            const first = this.#received[0];
            if (first === undefined)
                break;
            const part = first.subarray(0, this.#data.length - length);
            this.#data.set(part, length);
            length += part.length;
            if (part.length === first.length)
                this.#received.shift();
            else
                this.#received[0] = first.subarray(part.length);
        }
        Atomics.store(this.#control, 1, length);
        Atomics.store(this.#control, 0, 1);
        Atomics.notify(this.#control, 0);
    }
}
function wasm_dump_refused(words) {
    const said = /pg_dump: error: ([\s\S]*)/.exec(words)?.[1] ?? words;
    return new errors/* RemoteError */.Hi(`pg_dump: ${said}`, { service: 'pg_dump', retryable: false });
}
function beside(name) {
    const folder = (0,external_node_path_.dirname)((0,external_node_url_namespaceObject.fileURLToPath)(import.meta.url));
    const own = ['.', '../shared', '../../src/schema'].map((each) => (0,external_node_path_.join)(folder, each, name));
    return own.find(external_node_fs_.existsSync) ?? (0,external_node_path_.join)(folder, name);
}
function pgDumpModule() {
    const bundled = beside('pg_dump.cjs');
    if ((0,external_node_fs_.existsSync)(bundled))
        return bundled;
    return (0,external_node_module_namespaceObject.createRequire)(import.meta.url).resolve(['@electric-sql', 'pglite-tools', 'pg_dump'].join('/'));
}

;// CONCATENATED MODULE: ./packages/backup/lib/schema/dump-schema.js



async function dumpSchema(options) {
    const section = async (name) => {
        const args = [`--section=${name}`, `--snapshot=${options.snapshot}`, '--no-subscriptions', '--encoding=UTF8'];
        for (const table of options.withoutTables)
            args.push(`--exclude-table=${table}`);
        for (const schema of options.withoutSchemas)
            args.push(`--exclude-schema=${schema}`);
        const { target, signal, pgDumpPath } = options;
        const sql = pgDumpPath === undefined
            ? await wasmDump(target, args, signal)
            : await nativeDump(pgDumpPath, target, args, signal);
        return portable(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(sql));
    };
    const before = await section('pre-data');
    const after = await section('post-data');
    return { before, after: (0,script_entries/* eventTriggersLast */.IA)(after) };
}
const END_OF_HEAD = '\nSET client_encoding = ';
function portable(sql) {
    const end = sql.indexOf(END_OF_HEAD) + 1;
    const head = sql.slice(0, end);
    const [restrict = '', key = ''] = /^\\restrict (\w+)\n/m.exec(head) ?? [];
    const plainHead = head.replace(restrict, '').replace(/^SET transaction_timeout = 0;\n/m, '');
    const rest = sql.slice(end);
    const unrestrict = `\n\\unrestrict ${key}\n`;
    const last = key === '' || !rest.trimEnd().endsWith(unrestrict.trimEnd()) ? -1 : rest.lastIndexOf(unrestrict);
    return plainHead + (last === -1 ? rest : rest.slice(0, last + 1) + rest.slice(last + unrestrict.length));
}

// EXTERNAL MODULE: ./packages/backup/lib/source/quiet-session.js
var quiet_session = __nccwpck_require__(793296);
;// CONCATENATED MODULE: ./packages/backup/lib/source/roles.js

const ATTRIBUTES = ['superuser', 'inherit', 'createrole', 'createdb', 'login', 'replication', 'bypassrls'];
async function readGlobals(session) {
    const roles = await session.rows(`select rolname, rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication, rolbypassrls, rolconnlimit,
            pg_catalog.shobj_description(oid, 'pg_authid')
       from pg_catalog.pg_roles where rolname !~ '^pg_' order by 1`);
    const members = await session.rows(`select distinct pg_catalog.pg_get_userbyid(m.roleid), pg_catalog.pg_get_userbyid(m.member), m.admin_option
       from pg_catalog.pg_auth_members m order by 1, 2`);
    const settings = await session.rows(`select case when s.setrole = 0 then null else pg_catalog.pg_get_userbyid(s.setrole)::text end, s.setdatabase <> 0, setting
       from pg_catalog.pg_db_role_setting s cross join pg_catalog.unnest(s.setconfig) setting
      where s.setdatabase in (0, (select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database()))
      order by 1 nulls first, 2, 3`);
    const [database] = await session.rows(`select pg_catalog.pg_get_userbyid(d.datdba), pg_catalog.shobj_description(d.oid, 'pg_database')
       from pg_catalog.pg_database d where d.datname = pg_catalog.current_database()`);
    const rights = await session.rows(`select case when a.grantee = 0 then null else pg_catalog.pg_get_userbyid(a.grantee)::text end, a.privilege_type, a.is_grantable
       from pg_catalog.pg_database d cross join pg_catalog.aclexplode(d.datacl) a
      where d.datname = pg_catalog.current_database() order by 1 nulls first, 2`);
    const [hasOwnRights] = await session.rows('select datacl is not null from pg_catalog.pg_database where datname = pg_catalog.current_database()');
    return {
        roles: roles.map(([name]) => name ?? ''),
        script: [
            `create temporary table ${NEW_ROLES} (name text);`,
            ...roles.map(createRole),
            ...members.map(grantRole),
            ...databaseScript(database ?? [], rights, hasOwnRights?.[0] === 't'),
            ...settings.map(setting),
            `drop table ${NEW_ROLES};`,
            '',
        ].join('\n'),
    };
}
const NEW_ROLES = 'pg_temp.lockstep_new_roles';
function createRole([name, ...attributes]) {
    const comment = attributes.pop();
    const words = ATTRIBUTES.map((word, at) => (attributes[at] === 't' ? word : `no${word}`));
    const create = `create role ${(0,quote/* identifier */.Cv)(name ?? '')} ${words.join(' ')} connection limit ${attributes.at(-1)}`;
    const said = comment === null || comment === undefined
        ? ''
        : ` execute ${(0,quote/* literal */.eu)(`comment on role ${(0,quote/* identifier */.Cv)(name ?? '')} is ${(0,quote/* literal */.eu)(comment)}`)};`;
    return block(`if not exists (select from pg_catalog.pg_roles where rolname = ${(0,quote/* literal */.eu)(name ?? '')}) then
  execute ${(0,quote/* literal */.eu)(create)};${said} insert into ${NEW_ROLES} values (${(0,quote/* literal */.eu)(name ?? '')}); end if;`);
}
function grantRole([role, member, isAdmin]) {
    const admin = isAdmin === 't' ? ' with admin option' : '';
    const grant = `grant ${(0,quote/* identifier */.Cv)(role ?? '')} to ${(0,quote/* identifier */.Cv)(member ?? '')}${admin}`;
    return block(`if ${isNew(role)} or ${isNew(member)} then execute ${(0,quote/* literal */.eu)(grant)}; end if;`);
}
function isNew(role) {
    return `exists (select from ${NEW_ROLES} where name = ${(0,quote/* literal */.eu)(role ?? '')})`;
}
function block(body, declarations = '') {
    return `do $lockstep$ ${declarations}begin ${body} end $lockstep$;`;
}
function databaseScript([owner, comment], rights, hasOwn) {
    const statements = [`alter database %1$I owner to ${(0,quote/* identifier */.Cv)(owner ?? '').replaceAll('%', '%%')}`];
    if (comment !== null && comment !== undefined)
        statements.push(`comment on database %1$I is ${(0,quote/* literal */.eu)(comment).replaceAll('%', '%%')}`);
    if (hasOwn)
        statements.push('revoke all on database %1$I from public');
    for (const [grantee, privilege, isGrantable] of rights) {
        const to = grantee === null || grantee === undefined ? 'public' : (0,quote/* identifier */.Cv)(grantee).replaceAll('%', '%%');
        statements.push(`grant ${privilege} on database %1$I to ${to}${isGrantable === 't' && to !== 'public' ? ' with grant option' : ''}`);
    }
    return statements.map(onThisDatabase);
}
function onThisDatabase(format) {
    return block(`execute pg_catalog.format(${(0,quote/* literal */.eu)(format)}, pg_catalog.current_database());`);
}
function setting([role, isOfDatabase, text]) {
    const at = (text ?? '').indexOf('=');
    const name = (text ?? '').slice(0, at);
    const value = (text ?? '').slice(at + 1);
    const parameter = name.split('.').map(quote/* identifier */.Cv).join('.').replaceAll('%', '%%');
    const where = isOfDatabase === 't' ? ' in database %1$I' : '';
    const isOfRole = role !== null && role !== undefined;
    const whose = isOfRole ? `alter role ${(0,quote/* identifier */.Cv)(role).replaceAll('%', '%%')}${where}` : 'alter database %1$I';
    const isWanted = isOfRole && isOfDatabase !== 't' ? isNew(role) : 'true';
    return block(`if ${isWanted} then
  perform pg_catalog.set_config(${(0,quote/* literal */.eu)(name)}, ${(0,quote/* literal */.eu)(value)}, false);
  execute pg_catalog.format(${(0,quote/* literal */.eu)(`${whose} set ${parameter} from current`)}, pg_catalog.current_database());
  perform pg_catalog.set_config(${(0,quote/* literal */.eu)(name)}, before, false); end if;`, `declare before text := pg_catalog.current_setting(${(0,quote/* literal */.eu)(name)}, true); `);
}

// EXTERNAL MODULE: ./packages/backup/lib/create/pool.js
var pool = __nccwpck_require__(487241);
;// CONCATENATED MODULE: ./packages/backup/lib/create/progress.js

const SAY_EVERY_MS = 15_000;
class Progress {
    #clock;
    #log;
    #tables;
    #startedMs;
    #saidMs;
    #finished = 0;
    #bytes = 0;
    constructor({ clock, log }, tables) {
        this.#clock = clock;
        this.#log = log;
        this.#tables = tables.length;
        this.#startedMs = clock.now();
        this.#saidMs = this.#startedMs;
        const size = tables.reduce((sum, table) => sum + table.bytes, 0);
        log.info(`copying ${(0,lists/* count */.U9)(tables.length, 'table')}, ${megabytes(size)} on the server's disk`);
    }
    async *watched(rows) {
        for await (const batch of rows) {
            this.#bytes += batch.length;
            this.#say();
            yield batch;
        }
    }
    finished() {
        this.#finished++;
        this.#say();
    }
    #say() {
        const now = this.#clock.now();
        if (this.#finished < this.#tables && now - this.#saidMs < SAY_EVERY_MS)
            return;
        this.#saidMs = now;
        const seconds = Math.max(0.1, (now - this.#startedMs) / 1_000);
        const rate = `${megabytes(this.#bytes)} in ${seconds.toFixed(1)} s`;
        this.#log.info(`${this.#finished} of ${(0,lists/* count */.U9)(this.#tables, 'table')}, ${rate}`);
    }
}
function megabytes(bytes) {
    return `${(bytes / 1e6).toFixed(1)} MB`;
}

;// CONCATENATED MODULE: ./packages/backup/lib/create/store-contents.js











const QUIET = `do $lockstep$ begin
  if exists (select from pg_catalog.pg_attribute where attrelid = pg_catalog.to_regclass('cron.job') and attname = 'active' and not attisdropped)
  then update cron.job set active = false; end if; end $lockstep$;
`;
async function storeContents(storing) {
    const { snapshot, seal, id } = storing;
    const { facts, inventory } = snapshot;
    const sessions = await joinedSessions(storing);
    const [scripts, tables] = await Promise.all([schemaScripts(storing), storeTables(storing, sessions)]);
    const globals = await readGlobals(snapshot.keeper);
    const objects = [
        await (0,sealed_object/* storeSealed */.ux)(seal, 'globals.sql', store_contents_text(globals.script)),
        await (0,sealed_object/* storeSealed */.ux)(seal, 'before.sql', store_contents_text(scripts.before)),
    ];
    const order = objects.map(({ name }) => name);
    objects.push(...tables.map(({ stored }) => stored));
    order.push(...tables.map(({ stored }) => stored.name));
    const sequences = await (0,source_inventory/* readSequences */.lu)(snapshot.keeper, inventory.sequences);
    for (const [name, script] of [
        ['sequences.sql', sequences.map(source_inventory/* setSequence */.QA).join('')],
        ['after.sql', scripts.after],
        ['quiet.sql', QUIET],
    ]) {
        const stored = await (0,sealed_object/* storeSealed */.ux)(seal, name, store_contents_text(script));
        objects.push(stored);
        order.push(stored.name);
    }
    const schema = [...(await schemaIn(storing))];
    const contents = {
        kind: manifest_manifest/* CONTENTS_KIND */.s4,
        id,
        takenAt: new Date(facts.takenAtMs).toISOString(),
        source: {
            database: facts.database,
            encoding: facts.encoding,
            serverVersion: facts.serverVersion,
            major: facts.major,
            systemIdentifier: facts.systemIdentifier,
        },
        snapshot: { id: facts.snapshot, lsn: facts.lsn },
        tables: tables.map(({ table }) => table),
        sequences,
        schema,
        schemaDigest: (0,manifest_manifest/* schemaDigest */.ku)(schema),
        roles: globals.roles,
        extensions: await readExtensions(snapshot.keeper),
        notContained: inventory.notContained,
        withoutTables: inventory.withoutTables,
        migrations: await readMigrations(snapshot.keeper),
        release: storing.release,
        order,
    };
    const record = await (0,sealed_object/* storeSealed */.ux)(seal, manifest_manifest/* CONTENTS_NAME */.Zx, store_contents_text(JSON.stringify(contents)));
    return { contents, record, objects };
}
function schemaScripts({ target, snapshot, selection, pgDumpPath, signal }) {
    return dumpSchema({
        target,
        snapshot: snapshot.id,
        withoutTables: snapshot.inventory.withoutTables,
        withoutSchemas: (0,source_inventory/* leftOut */.ig)(selection).map(quote/* identifier */.Cv),
        pgDumpPath,
        signal,
    });
}
async function joinedSessions({ open, parallel, snapshot }) {
    const many = Math.max(1, Math.min(parallel, snapshot.inventory.tables.length));
    const sessions = [];
    for (let nth = 0; nth < many; nth++) {
        const session = await open();
        await joinSnapshot(session, snapshot.id, 'read only');
        sessions.push(session);
    }
    return sessions;
}
async function storeTables(storing, sessions) {
    const { tables } = storing.snapshot.inventory;
    const numbered = tables.map((table, at) => ({ table, at }));
    numbered.sort((a, b) => b.table.bytes - a.table.bytes);
    const stored = [];
    const progress = new Progress(storing, tables);
    await (0,pool/* inParallel */.H)(sessions, numbered, async (session, { table, at }) => {
        stored[at] = await storeTable(storing.seal, session, { table, at, progress });
        progress.finished();
    }, () => abandonAll(sessions));
    return stored;
}
function abandonAll(sessions) {
    for (const session of sessions)
        session.abandon();
}
async function storeTable(seal, session, { table, at, progress }) {
    let digest;
    const rows = progress.watched((0,copy_rows/* copyRows */.D)(session, (0,source_inventory/* copyOutStatement */.zj)(table)));
    const script = (0,copy_script/* copyScript */.XY)({ statement: (0,source_inventory/* copyInStatement */.ec)(table), rows }, (rows) => {
        digest = rows;
    });
    const stored = await (0,sealed_object/* storeSealed */.ux)(seal, `data/${String(at + 1).padStart(5, '0')}.sql`, script);
    if (digest === undefined)
        throw new Error(`${table.name}: its rows were not read to their end`);
    const { name, columns, types, condition } = table;
    return { stored, table: { name, columns, types, condition: condition ?? null, object: stored.name, ...digest } };
}
async function schemaIn({ open, snapshot, selection }) {
    const session = await open();
    await (0,quiet_session/* withoutEventTriggers */._)(session);
    await joinSnapshot(session, snapshot.id, 'read write');
    const schema = await (0,describe_schema/* readSchemaWithin */.zT)(session, (0,source_inventory/* leftOut */.ig)(selection));
    await session.rows('rollback');
    return schema;
}
async function readExtensions(session) {
    const rows = await session.rows('select extname, extversion from pg_catalog.pg_extension order by 1');
    return rows.map(([name, version]) => ({ name: name ?? '', version: version ?? '' }));
}
const MIGRATION_TABLES = [
    ['supabase_migrations.schema_migrations', 'version'],
    ['lockstep.migrations', 'version'],
    ['public.schema_migrations', 'version'],
];
async function readMigrations(session) {
    const found = [];
    for (const [table, column] of MIGRATION_TABLES) {
        const [there] = await session.rows(`select exists (select from pg_catalog.pg_attribute where attrelid = pg_catalog.to_regclass(${(0,quote/* literal */.eu)(table)})
         and attname = ${(0,quote/* literal */.eu)(column)} and not attisdropped)`);
        if (there?.[0] !== 't')
            continue;
        const rows = await session.rows(`select ${column}::text from ${table} order by 1`);
        found.push({ table, versions: rows.map(([version]) => version ?? '') });
    }
    return found;
}
async function* store_contents_text(content) {
    yield Buffer.from(content);
}

;// CONCATENATED MODULE: ./packages/backup/lib/create/create.js










async function createBackup(options) {
    const { target, log, signal } = options;
    const watcher = await openSource(target, log, signal);
    const { clock, maxDurationMs } = options;
    const giveWay = new GiveWay({ session: watcher, clock, log, maxDurationMs });
    const sessions = [];
    const open = async () => {
        const session = await openSource(target, log, signal);
        sessions.push(session);
        giveWay.watch(session);
        return session;
    };
    let working = Promise.resolve();
    try {
        await giveWay.refuseRelease();
        const keeper = await open();
        giveWay.start();
        const ends = either(signal, giveWay.signal);
        const release = async () => {
            await giveWay.end();
            for (const session of sessions)
                session.abandon();
        };
        const backingUp = backUp({ ...options, signal: ends }, keeper, { open, release });
        working = backingUp.catch(() => undefined);
        return await untilAborted(ends, backingUp);
    }
    catch (error) {
        return endOf(giveWay.signal.aborted ? giveWay.signal.reason : error);
    }
    finally {
        await giveWay.end();
        for (const session of sessions)
            session.abandon();
        const settled = new AbortController();
        await Promise.race([working, clock.sleep(SETTLE_MS, settled.signal).catch(() => undefined)]);
        settled.abort();
        await watcher.close();
    }
}
const SETTLE_MS = 5_000;
async function backUp(options, keeper, { open, release }) {
    const { target, selection, lockTimeoutMs, pgDumpPath, log, clock, signal } = options;
    if (pgDumpPath !== undefined)
        await refuseUnfitDump(pgDumpPath, Math.floor(keeper.version / 10_000), signal);
    const access = { target, log, clock, signal };
    const snapshot = await takeSnapshot(keeper, { access, selection, lockTimeoutMs });
    const refused = refusal(snapshot);
    if (refused !== undefined)
        return refused;
    const { facts, inventory } = snapshot;
    const id = (0,manifest_manifest/* backupId */.WH)(facts.takenAtMs, (0,external_node_crypto_().randomBytes)(4).toString('hex'));
    const prefix = (0,manifest_manifest/* backupPrefix */.nY)(options.tier, id);
    const seal = { target: options.place, prefix, encryption: options.encryption, signal };
    const stored = await storeContents({ ...options, id, seal, snapshot, open });
    const files = await listFiles(options, keeper);
    const objects = [...stored.objects];
    objects.push(await (0,sealed_object/* store */.M_)(seal, RESTORE_NAME, textOnce(restoreScript(stored.contents.order))));
    objects.push(await (0,sealed_object/* store */.M_)(seal, SUMS_NAME, textOnce(checksumFile([...objects, stored.record]))));
    let summary;
    if (files !== undefined && options.files !== undefined) {
        await release();
        const { storeFiles } = await (0,lazily/* copying */.kJ)();
        const { tier, parallel } = options;
        const takenAtMs = facts.takenAtMs;
        const kept = await storeFiles({ ...options.files, files, tier, id, takenAtMs, seal, parallel, clock, log });
        summary = kept.summary;
        objects.push(kept.object);
    }
    const manifest = await writeManifest(options, seal, { ...stored, objects, id, files: summary });
    return manifest === undefined
        ? { kind: 'id-taken', id }
        : { kind: 'backed-up', manifest, notContained: inventory.notContained };
}
async function listFiles({ files }, keeper) {
    if (files === undefined)
        return undefined;
    const { hasFiles, readFiles } = await (0,lazily/* listing */.RR)();
    if (await hasFiles(keeper))
        return readFiles(keeper);
    if (files.mode === 'list')
        return undefined;
    throw new errors/* InputError */.dz('storage-files: the database has no table storage.objects that this role may read');
}
function refusal({ inventory }) {
    if (inventory.hidden.length > 0)
        return { kind: 'rows-hidden', tables: inventory.hidden };
    if (inventory.unreadable.length > 0)
        return { kind: 'not-readable', tables: inventory.unreadable };
    if (inventory.largeObjects > 0)
        return { kind: 'large-objects', count: inventory.largeObjects };
    return inventory.toLock.length === 0 ? { kind: 'nothing-to-back-up' } : undefined;
}
async function writeManifest({ tier, encryption, tool, clock, signal }, { target, prefix }, stored) {
    const { contents, record, objects, id, files } = stored;
    const sum = (what) => contents.tables.reduce((total, table) => total + table[what], 0);
    const plain = {
        kind: manifest_manifest/* MANIFEST_KIND */.$8,
        id,
        tier,
        takenAt: contents.takenAt,
        finishedAt: new Date(clock.now()).toISOString(),
        source: contents.source,
        encryption,
        totals: { tables: contents.tables.length, rows: sum('rows'), bytes: sum('bytes') },
        contents: record,
        objects,
        ...(files === undefined ? {} : { files }),
        tool,
    };
    const manifest = { ...plain, digest: (0,manifest_manifest/* manifestDigest */.It)(plain) };
    const body = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
    const put = await target.putIfAbsent(`${prefix}${manifest_manifest/* MANIFEST_NAME */.ir}`, body, { signal, contentType: 'application/json' });
    return put === 'stored' ? manifest : undefined;
}
function endOf(error) {
    if (error instanceof GaveWay)
        return { kind: 'gave-way', to: error.to, why: error.message };
    if (error instanceof LockNotGranted)
        return { kind: 'lock-timeout', why: error.message };
    throw error;
}
async function* textOnce(text) {
    yield Buffer.from(text);
}
function either(outer, inner) {
    return outer === undefined ? inner : AbortSignal.any([outer, inner]);
}
async function untilAborted(signal, work) {
    let stop;
    const aborted = new Promise((_, reject) => {
        stop = () => reject(signal.reason);
        if (signal.aborted)
            stop();
        else
            signal.addEventListener('abort', stop, { once: true });
    });
    try {
        return await Promise.race([work, aborted]);
    }
    finally {
        if (stop !== undefined)
            signal.removeEventListener('abort', stop);
    }
}

// EXTERNAL MODULE: ./packages/backup/lib/seal/recipients.js
var seal_recipients = __nccwpck_require__(436265);
;// CONCATENATED MODULE: ./packages/base/lib/together.js

async function readTogether(readers) {
    const results = {};
    const problems = [];
    const causes = [];
    for (const [name, read] of Object.entries(readers)) {
        try {
            results[name] = await read();
        }
        catch (error) {
            if (!(error instanceof errors/* InputError */.dz))
                throw error;
            problems.push(...error.problems);
            causes.push(error);
        }
    }
    if (causes.length === 1)
        throw causes[0];
    if (causes.length > 1)
        throw new errors/* InputError */.dz([...new Set(problems)]);
    return results;
}

;// CONCATENATED MODULE: ./packages/base/lib/markdown-table.js
function markdownTable(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
function factTable(facts) {
    return markdownTable(['', ''], facts.map(([name, value]) => [name, `\`${value}\``]));
}

;// CONCATENATED MODULE: ./packages/base/lib/plain-line.js
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;
function plainLine(text, most = Number.POSITIVE_INFINITY) {
    const head = text.length > most * 10 + 1_000 ? `${text.slice(0, most * 10 + 1_000)}…` : text;
    const line = head.replace(UNSEEN, ' ').replace(/ {2,}/g, ' ').trim();
    if (line.length <= most)
        return line;
    const characters = [...line];
    if (characters.length <= most)
        return line;
    return `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

;// CONCATENATED MODULE: ./packages/base/lib/inline-text.js

const GAP = '\u200b';
function inlineText(text, most = 200) {
    return plainLine(text, most)
        .replace(/@(?=\S)/g, `@${GAP}`)
        .replace(/#(?=\d)/g, `#${GAP}`)
        .replace(/\bGH-(?=\d)/gi, (found) => `${found}${GAP}`)
        .replace(/:\/\//g, `:${GAP}//`)
        .replace(/\bwww\./gi, (found) => `${found.slice(0, -1)}${GAP}.`)
        .replace(/[\\`*_{}[\]<>|~&$#]/g, '\\$&')
        .replace(/^(?:[-+=]|\d+(?=[.)]))/, (found) => (/\d/.test(found) ? `${found}\\` : `\\${found}`));
}
function linkTarget(url) {
    return url.replace(/[\s()<>|\\`]/g, (found) => encodeURIComponent(found).replace('(', '%28').replace(')', '%29'));
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(377109);
// EXTERNAL MODULE: ./packages/backup/lib/targets/target.js
var target = __nccwpck_require__(121859);
;// CONCATENATED MODULE: ./packages/backup/lib/targets/directory.js






const UNFINISHED = /\.unfinished-[0-9a-f]+$/;
async function directoryTarget(folder) {
    const top = (0,external_node_path_.resolve)(folder);
    for (let at = top; !(await isUsable(folder, at, top)); at = (0,external_node_path_.dirname)(at))
        ;
    return new DirectoryTarget(folder);
}
async function isUsable(folder, at, top) {
    try {
        if (!(await (0,promises_.stat)(at)).isDirectory())
            throw new errors/* InputError */.dz(`to: ${folder} cannot be a folder: ${at} is a file`);
        await (0,promises_.access)(at, at === top ? external_node_fs_.constants.R_OK | external_node_fs_.constants.X_OK : external_node_fs_.constants.W_OK);
        return true;
    }
    catch (cause) {
        if (cause instanceof errors/* InputError */.dz)
            throw cause;
        if (isAbsent(cause) && (0,external_node_path_.dirname)(at) !== at)
            return false;
        const may = at === top ? 'read it' : `make it in ${at}`;
        throw new errors/* InputError */.dz(`to: ${folder} cannot be used: this user may not ${may}; name another folder`, { cause });
    }
}
class DirectoryTarget {
    name;
    #folder;
    constructor(folder) {
        this.name = folder;
        this.#folder = folder;
    }
    async put(key, body, { signal }) {
        const unfinished = await this.#write(key, body, signal);
        await worded(key, () => (0,promises_.rename)(unfinished, this.#path(key)));
        const stored = await this.head(key);
        if (stored === undefined)
            throw failed(key, 'it is not there after it was written');
        return stored;
    }
    async putIfAbsent(key, body, { signal }) {
        const unfinished = await this.#write(key, once(body), signal);
        try {
            await (0,promises_.link)(unfinished, this.#path(key));
            return 'stored';
        }
        catch (error) {
            if (codeOf(error) === 'EEXIST')
                return 'exists';
            throw failed(key, 'it could not get its name', error);
        }
        finally {
            await (0,promises_.unlink)(unfinished).catch(() => undefined);
        }
    }
    async get(key) {
        if ((await this.head(key)) === undefined)
            throw new target/* MissingObject */._m(key);
        return (0,external_node_fs_.createReadStream)(this.#path(key));
    }
    async *list(prefix) {
        const from = prefix.includes('/') ? prefix.slice(0, prefix.lastIndexOf('/')) : '';
        const keys = await this.#keysBelow(from);
        for (const key of keys.sort()) {
            const stored = key.startsWith(prefix) ? await this.head(key) : undefined;
            if (stored !== undefined)
                yield stored;
        }
    }
    async head(key) {
        try {
            const found = await (0,promises_.stat)(this.#path(key));
            return found.isFile() ? { key, bytes: found.size, modifiedMs: Math.floor(found.mtimeMs) } : undefined;
        }
        catch (error) {
            if (isAbsent(error))
                return undefined;
            throw failed(key, 'it cannot be looked at', error);
        }
    }
    #path(key) {
        (0,target/* assertKey */.sM)(key);
        return (0,external_node_path_.join)(this.#folder, key);
    }
    async #write(key, body, signal) {
        const path = `${this.#path(key)}.unfinished-${(0,external_node_crypto_().randomBytes)(6).toString('hex')}`;
        const file = await worded(key, async () => {
            await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
            return (0,promises_.open)(path, 'wx', 0o600);
        });
        try {
            for await (const chunk of body) {
                if (signal?.aborted)
                    throw (0,lib_clock/* cancellation */.WN)(signal);
                await worded(key, () => writeAll(file, chunk));
            }
            if (signal?.aborted)
                throw (0,lib_clock/* cancellation */.WN)(signal);
            await worded(key, () => file.sync());
            await worded(key, () => file.close());
            return path;
        }
        catch (error) {
            await file.close().catch(() => undefined);
            await (0,promises_.unlink)(path).catch(() => undefined);
            throw error;
        }
    }
    async #keysBelow(folder) {
        try {
            const entries = await (0,promises_.readdir)((0,external_node_path_.join)(this.#folder, folder), { withFileTypes: true });
            const below = entries.map(async (entry) => {
                const key = folder === '' ? entry.name : `${folder}/${entry.name}`;
                if (entry.isDirectory())
                    return this.#keysBelow(key);
                return entry.isFile() && !UNFINISHED.test(key) ? [key] : [];
            });
            return (await Promise.all(below)).flat();
        }
        catch (error) {
            if (isAbsent(error))
                return [];
            throw failed(folder, 'it cannot be listed', error);
        }
    }
}
async function writeAll(file, chunk) {
    for (let rest = chunk; rest.length > 0;)
        rest = rest.subarray((await file.write(rest)).bytesWritten);
}
async function* once(body) {
    yield body;
}
async function worded(key, work) {
    try {
        return await work();
    }
    catch (error) {
        throw failed(key, 'it cannot be written', error);
    }
}
function failed(key, why, cause) {
    const code = codeOf(cause);
    return new errors/* RemoteError */.Hi(`the folder of backups: ${key}: ${why}`, {
        service: 'file system',
        ...(code === undefined ? {} : { code }),
        retryable: false,
        ...(code === 'ENOSPC' ? { hint: 'its disk is full' } : {}),
        cause,
    });
}
function isAbsent(error) {
    return ['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '');
}
function codeOf(error) {
    return error?.code;
}

// EXTERNAL MODULE: ./packages/base/lib/secret.js
var lib_secret = __nccwpck_require__(487083);
;// CONCATENATED MODULE: ./packages/backup/lib/targets/s3/place.js


function readS3Place(settings, env) {
    const problems = [];
    const [, bucket = '', prefix = ''] = /^s3:\/\/([^/]+)(?:\/(.*?)\/?)?$/.exec(settings.to) ?? [];
    if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket))
        problems.push(`to: "${settings.to}" names no bucket; expected s3://BUCKET or s3://BUCKET/PREFIX`);
    const wrong = prefix === '' ? undefined : (0,target/* keyProblem */.dD)(prefix);
    if (wrong !== undefined)
        problems.push(`to: the prefix "${prefix}" can be none: ${wrong}`);
    const endpoint = readEndpoint(settings.endpoint || env['AWS_ENDPOINT_URL_S3'] || env['AWS_ENDPOINT_URL'] || '', problems);
    const region = settings.region || env['AWS_REGION'] || env['AWS_DEFAULT_REGION'] || '';
    if (!/^[a-z0-9-]+$/.test(region))
        problems.push(region === ''
            ? 's3-region: required, for example eu-central-1, or auto for Cloudflare R2; AWS_REGION is not set either'
            : `s3-region: "${region}" is not a region; expected a name like eu-central-1`);
    const credentials = readCredentials(settings, env, problems);
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    return { bucket, prefix, region, address: addressOf(bucket, region, endpoint), credentials };
}
function readCredentials(settings, env, problems) {
    const given = settings.accessKeyId !== undefined && settings.accessKeyId !== '';
    const secret = settings.secretAccessKey;
    if (given || (secret !== undefined && !secret.isEmpty)) {
        if (!given)
            problems.push('s3-access-key-id: required where s3-secret-access-key is given');
        if (secret === undefined || secret.isEmpty)
            problems.push('s3-secret-access-key: the secret is empty; an unset secret arrives as an empty text');
        const token = settings.sessionToken;
        return {
            accessKeyId: settings.accessKeyId ?? '',
            secretAccessKey: secret ?? new lib_secret/* Secret */.z(''),
            sessionToken: token === undefined || token.isEmpty ? undefined : token,
        };
    }
    const [accessKeyId = '', secretAccessKey = '', token = ''] = [
        env['AWS_ACCESS_KEY_ID'],
        env['AWS_SECRET_ACCESS_KEY'],
        env['AWS_SESSION_TOKEN'],
    ];
    if (accessKeyId === '' || secretAccessKey === '')
        problems.push('credentials: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set; run aws-actions/configure-aws-credentials before this step, or give s3-access-key-id and s3-secret-access-key');
    return {
        accessKeyId,
        secretAccessKey: new lib_secret/* Secret */.z(secretAccessKey),
        sessionToken: token === '' ? undefined : new lib_secret/* Secret */.z(token),
    };
}
function readEndpoint(text, problems) {
    if (text === '')
        return undefined;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url === undefined || url.search !== '' || url.hash !== '' || url.username !== '') {
        problems.push(`s3-endpoint: "${text}" is not an address; expected one like https://ACCOUNT.r2.cloudflarestorage.com`);
        return undefined;
    }
    const isNear = !url.hostname.includes('.') || /^(?:127\.\d+\.\d+\.\d+|.*\.localhost)$/.test(url.hostname);
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isNear))
        problems.push(`s3-endpoint: "${text}" must begin with https://`);
    return url;
}
function addressOf(bucket, region, endpoint) {
    if (endpoint !== undefined)
        return `${endpoint.href.replace(/\/$/, '')}/${bucket}`;
    const host = `s3.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;
    return bucket.includes('.') ? `https://${host}/${bucket}` : `https://${bucket}.${host}`;
}

;// CONCATENATED MODULE: ./packages/backup/lib/targets/open-place.js



async function openPlace(settings, tools) {
    const { clock, env, log, requestTimeoutMs } = tools;
    const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(settings.to)?.[1]?.toLowerCase();
    if (scheme === undefined)
        return directoryTarget(settings.to);
    if (scheme === 's3') {
        const place = readS3Place(settings, env);
        const { s3Target } = await Promise.all(/* import() */[__nccwpck_require__.e(589), __nccwpck_require__.e(229)]).then(__nccwpck_require__.bind(__nccwpck_require__, 770850));
        return s3Target(place, { clock, log, ...(requestTimeoutMs === undefined ? {} : { requestTimeoutMs }) });
    }
    throw new errors/* InputError */.dz(`to: ${scheme}:// is no place for backups; expected s3://BUCKET/PREFIX, or a folder`);
}

;// CONCATENATED MODULE: ./actions/backup/lib/place.js

function placeOf(values, { clock, log }) {
    return openPlace({
        to: values.to,
        region: values['s3-region'],
        endpoint: values['s3-endpoint'],
        accessKeyId: values['s3-access-key-id'],
        secretAccessKey: values['s3-secret-access-key'],
    }, { clock, log, fetch, env: process.env });
}

;// CONCATENATED MODULE: ./actions/backup/lib/tool.js
function toolOf() {
    return { name: 'backup', version: process.env['GITHUB_ACTION_REF'] || 'v1' };
}

;// CONCATENATED MODULE: ./actions/backup/lib/create.js





async function create(values, shell) {
    const { clock, log, signal } = shell;
    const whatAndHow = {
        target: () => (0,database_url/* readDatabaseUrl */.Bq)(values['database-url'].reveal()),
        encryption: () => encryptionOf(values['encrypt-to']),
    };
    const selection = {
        withoutSchemas: values['exclude-schemas'],
        withoutRows: values['exclude-rows'],
        withArchives: values['include-archives'],
    };
    if (values['dry-run']) {
        const { target } = await readTogether(whatAndHow);
        return plan(await planBackup({ target, selection, log, signal }), shell);
    }
    const { target, encryption, place, files } = await readTogether({
        ...whatAndHow,
        place: () => placeOf(values, shell),
        files: () => filesOption(values, shell),
    });
    const tier = values.tier === 'auto' ? tierFor(clock.now(), await listBackups(place, { signal })) : values.tier;
    const options = {
        target,
        place,
        tier,
        encryption,
        selection,
        parallel: values.parallel,
        lockTimeoutMs: values['lock-timeout'],
        maxDurationMs: values['max-duration'],
        pgDumpPath: values['pg-dump-path'] === '' ? undefined : values['pg-dump-path'],
        ...files,
        release: values['release-id'] || (shell.journal?.read().release.id ?? null),
        tool: toolOf(),
        clock,
        log,
        signal,
    };
    return outcomeOf(await createBackup(options), place.name, shell);
}
async function filesOption(values, { clock, log }) {
    const asked = values['storage-files'];
    const maxDurationMs = values['max-files-duration'];
    if (asked === 'none')
        return {};
    if (asked !== 'copy')
        return { files: { mode: 'list', source: undefined, maxDurationMs } };
    const settings = {
        endpoint: values['storage-s3-endpoint'],
        region: values['storage-s3-region'],
        accessKeyId: values['storage-s3-access-key-id'],
        secretAccessKey: values['storage-s3-secret-access-key'],
    };
    return { files: { mode: 'copy', source: await (0,lazily/* openFileSource */.Sd)(settings, { clock, log }), maxDurationMs } };
}
async function encryptionOf(recipients) {
    if (recipients.length === 1 && recipients[0] === 'none')
        return { kind: 'none' };
    const problems = await (0,seal_recipients/* recipientProblems */.O2)(recipients);
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    return { kind: 'age', recipients };
}
function plan(inventory, { log }) {
    const { tables, sequences, notContained, hidden, unreadable } = inventory;
    for (const { name } of tables)
        log.info(`contained: ${name}`);
    for (const { what, why } of notContained)
        log.info(`not contained: ${what}: ${why}`);
    const refused = hidden.length + unreadable.length;
    const warning = refused === 0 ? '' : `; it would be refused: ${(0,lists/* nameSome */.Kf)([...hidden, ...unreadable], 5)} cannot be read`;
    const message = `would back up ${(0,lists/* count */.U9)(tables.length, 'table')} and ${(0,lists/* count */.U9)(sequences.length, 'sequence')}${warning}`;
    return { verdict: 'pass', reason: 'dry-run', message };
}
function outcomeOf(created, place, shell) {
    const end = createEnd(created, place);
    if (created.kind !== 'backed-up')
        return end;
    tell(created, shell);
    const { manifest } = created;
    return {
        ...end,
        outputs: {
            'backup-id': manifest.id,
            tier: manifest.tier,
            tables: manifest.totals.tables,
            rows: manifest.totals.rows,
            bytes: storedBytes(manifest),
            files: manifest.files?.files ?? 0,
        },
    };
}
function filesSummary({ files }, { log, summary }) {
    if (files === undefined)
        return;
    const { mode, copied, reused, gone, changed, left } = files;
    const head = [
        'Files of Storage',
        'Bytes',
        'Copied now',
        'Copied before',
        'Without bytes',
        'Changed meanwhile',
        'Left',
    ];
    const cells = [files.files, files.bytes, copied, reused, gone, changed, left].map(String);
    summary.add(markdownTable(head, [cells]));
    if (mode === 'list')
        log.info(`${(0,lists/* count */.U9)(files.files, 'file')} of Storage are listed, not copied: storage-files: copy`);
    const lacking = gone + changed + left;
    if (lacking > 0)
        log.warning(`${(0,lists/* count */.U9)(lacking, 'file')} of Storage are not contained as their rows say: ${gone} without bytes, ${changed} changed, ${left} left for the next backup`);
}
function tell({ manifest, notContained }, shell) {
    const { id, tier, totals, encryption } = manifest;
    shell.summary.add(`### Backup ${tier}/${id}\n\n${markdownTable(['Tables', 'Rows', 'Stored', 'Encrypted', 'Took'], [
        [
            String(totals.tables),
            String(totals.rows),
            `${(storedBytes(manifest) / 1e6).toFixed(1)} MB`,
            encryption.kind === 'age' ? `to ${(0,lists/* count */.U9)(encryption.recipients.length, 'recipient')}` : 'no',
            `${secondsOf(manifest).toFixed(1)} s`,
        ],
    ])}`);
    if (notContained.length > 0) {
        const rows = notContained.slice(0, 200).map(({ what, why }) => [inlineText(what), inlineText(why)]);
        shell.summary.add(`Not contained:\n\n${markdownTable(['What', 'Why'], rows)}`);
    }
    for (const { what, why } of notContained)
        shell.log.info(`not contained: ${what}: ${why}`);
    filesSummary(manifest, shell);
}

;// CONCATENATED MODULE: ./packages/base/lib/reasons.js
function defineReasons(reasons) {
    return reasons;
}

// EXTERNAL MODULE: ./packages/base/lib/fields.js
var lib_fields = __nccwpck_require__(1015169);
// EXTERNAL MODULE: ./packages/base/lib/glob.js
var glob = __nccwpck_require__(85008);
;// CONCATENATED MODULE: ./packages/base/lib/checks/acceptance.js
function applyAcceptances(items, acceptances, covers, nowMs) {
    const today = new Date(nowMs).toISOString().slice(0, 10);
    const isOver = ({ until }) => until !== undefined && until < today;
    const valid = acceptances.filter((one) => !isOver(one));
    const used = new Set();
    const rest = [];
    const accepted = [];
    for (const item of items) {
        const those = valid.filter((one) => covers(one, item));
        for (const one of those)
            used.add(one);
        const [by] = those;
        if (by === undefined)
            rest.push(item);
        else
            accepted.push({ item, by });
    }
    return {
        rest,
        accepted,
        expired: acceptances.filter(isOver),
        endless: valid.filter(({ until }) => until === undefined),
        idle: valid.filter((one) => !used.has(one)),
    };
}
function isDay(text) {
    if (!/^\d{4}-\d\d-\d\d$/.test(text))
        return false;
    const at = Date.parse(`${text}T00:00:00Z`);
    return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
function expiredWords(name, { until = '', reason }) {
    return `"${name}" was accepted until ${until}: decide again (${reason})`;
}

;// CONCATENATED MODULE: ./packages/base/lib/checks/limits.js
const CHECK_LIMITS = {
    file: 64 * 1024 * 1024,
    checks: 50_000,
    notVerified: 50_000,
    accept: 1_000,
    code: 120,
    name: 300,
    text: 1_000,
};
const CHECK_ID = /^[a-z0-9]+(?:[-./][a-z0-9]+)*$/;
const CHECK_REASON = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
function isRepositoryPath(file) {
    if (file === '' || file.startsWith('/') || /^[a-z][a-z0-9+.-]*:/i.test(file) || file.includes('\\'))
        return false;
    return !file.split('/').some((part) => part === '..' || part === '.' || part === '');
}

;// CONCATENATED MODULE: ./packages/base/lib/checks/accept-checks.js




function coversCheck(acceptance, { id, what, verdict }) {
    return (acceptance.verdict === verdict &&
        (0,glob/* fits */.l)(acceptance.check, id) &&
        (acceptance.what === undefined || (0,glob/* fits */.l)(acceptance.what, what)));
}
function acceptanceName({ check, what }) {
    return what === undefined ? check : `${check} (${what})`;
}
function acceptedWords({ until, reason }) {
    return `accepted ${until === undefined ? 'without an end' : `until ${until}`}: ${reason}`;
}
function readAcceptances(value, where) {
    if (value === undefined || value === null)
        return { acceptances: [], problems: [] };
    if (!Array.isArray(value))
        return { acceptances: [], problems: [`${where}: expected a list`] };
    if (value.length > CHECK_LIMITS.accept)
        return { acceptances: [], problems: [`${where}: ${value.length} entries, at most ${CHECK_LIMITS.accept} may be`] };
    const problems = [];
    const acceptances = value.map((entry, index) => {
        const fields = new lib_fields/* Fields */.C((0,lib_fields/* isMap */.j)(entry) ? entry : {}, `${where} ${index + 1}`);
        const check = fields.text('check', { required: true, expected: 'the id of a check, or a pattern like csp-*' });
        const what = fields.text('what');
        const until = fields.text('until');
        if (until !== '' && !isDay(until))
            fields.complain('until', 'expected a day like 2026-12-31');
        const acceptance = {
            check,
            ...(what === '' ? {} : { what }),
            verdict: fields.oneOf('verdict', ['fail', 'unknown'], 'fail'),
            reason: fields.text('reason', { required: true }),
            ...(until === '' ? {} : { until }),
        };
        for (const [name, text] of Object.entries({ check, what, reason: acceptance.reason }))
            if (text.length > CHECK_LIMITS.text)
                fields.complain(name, `longer than ${CHECK_LIMITS.text} characters`);
        fields.refuseOthers();
        problems.push(...fields.problems);
        return acceptance;
    });
    return { acceptances, problems };
}

;// CONCATENATED MODULE: ./packages/base/lib/checks/check.js
const CHECKS_KIND = 'lockstep-checks/1';

;// CONCATENATED MODULE: ./packages/base/lib/checks/order.js
const RANK = { fail: 0, unknown: 1, pass: 2 };
function byInterest(a, b) {
    return (RANK[a.verdict] - RANK[b.verdict] ||
        compare(a.id, b.id) ||
        compare(a.what, b.what) ||
        compare(a.where?.file ?? '', b.where?.file ?? '') ||
        (a.where?.line ?? 0) - (b.where?.line ?? 0));
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

;// CONCATENATED MODULE: ./packages/base/lib/checks/make-list.js




function makeCheckList(facts) {
    const { accept = [], notVerified = [] } = facts;
    const checks = [...facts.checks].sort(byInterest).slice(0, CHECK_LIMITS.checks);
    const gaps = [...notVerified, ...leftOut('checks', facts.checks.length - checks.length)];
    const kept = gaps.slice(0, CHECK_LIMITS.notVerified - 1);
    return {
        kind: CHECKS_KIND,
        subject: plainLine(facts.subject, CHECK_LIMITS.name),
        at: new Date(facts.nowMs).toISOString(),
        run: facts.run,
        tool: {
            name: plainLine(facts.tool.name, CHECK_LIMITS.name),
            version: plainLine(facts.tool.version, CHECK_LIMITS.name),
        },
        checks: checks.map(cleanCheck),
        notVerified: [...kept, ...leftOut('gaps', gaps.length - kept.length)].map(cleanGap),
        ...(accept.length === 0 ? {} : { accept }),
    };
}
function leftOut(what, many) {
    if (many <= 0)
        return [];
    const because = `${many} more did not fit into the list`;
    return [{ id: 'list-too-long', what, because, remedy: 'look at less at once', chosen: false }];
}
function cleanCheck(check) {
    assertCode(check.id, CHECK_ID, 'id');
    assertCode(check.reason, CHECK_REASON, `reason of ${check.id}`);
    const { id, verdict, reason, where } = check;
    return {
        id,
        title: plainLine(check.title, CHECK_LIMITS.name),
        verdict,
        reason,
        what: plainLine(check.what, CHECK_LIMITS.text),
        ...(where === undefined ? {} : { where: checkedPlace(where, id) }),
        measured: plainLine(check.measured, CHECK_LIMITS.text),
        expected: plainLine(check.expected, CHECK_LIMITS.text),
        remedy: plainLine(check.remedy, CHECK_LIMITS.text),
    };
}
function cleanGap(gap) {
    assertCode(gap.id, CHECK_ID, 'id');
    return {
        id: gap.id,
        what: plainLine(gap.what, CHECK_LIMITS.text),
        because: plainLine(gap.because, CHECK_LIMITS.text),
        remedy: plainLine(gap.remedy, CHECK_LIMITS.text),
        chosen: gap.chosen,
    };
}
function checkedPlace(where, id) {
    if (!isRepositoryPath(where.file) || where.file.length > CHECK_LIMITS.text)
        throw new Error(`check ${id}: "${where.file}" is no path within the repository`);
    return where;
}
function assertCode(code, shape, what) {
    if (!shape.test(code) || code.length > CHECK_LIMITS.code)
        throw new Error(`check: "${code}" can be no ${what}`);
}

;// CONCATENATED MODULE: ./packages/base/lib/checks/block-rule.js
function verdictBlocks(verdict, { onUnknown, reportOnly }) {
    if (reportOnly || verdict === 'pass')
        return false;
    return verdict === 'fail' || onUnknown === 'fail';
}

;// CONCATENATED MODULE: ./packages/base/lib/checks/judge-checks.js





function judgeChecks(list, rule, nowMs) {
    const items = [
        ...[...list.checks].sort(byInterest).map((check) => ({ check, ...check })),
        ...list.notVerified.map((gap) => ({ gap, ...gap, verdict: gap.chosen ? 'pass' : 'unknown' })),
    ];
    const sifted = applyAcceptances(items, list.accept ?? [], coversCheck, nowMs);
    const acceptedBy = new Map(sifted.accepted.map(({ item, by }) => [item, by]));
    const judged = items.map((item) => {
        const by = acceptedBy.get(item);
        return { item, verdict: item.verdict, told: by === undefined ? {} : { acceptedBy: by } };
    });
    const checks = judged.flatMap(({ item, told }) => ('check' in item ? [{ check: item.check, ...told }] : []));
    const gaps = judged.flatMap(({ item, told }) => ('gap' in item ? [{ gap: item.gap, ...told }] : []));
    const counts = countsOf(checks, gaps);
    const certain = checks.some(({ check }) => check.verdict !== 'unknown');
    const reason = reasonOf(counts, certain);
    const verdict = VERDICTS[reason];
    return {
        list,
        verdict,
        reason,
        blocks: verdictBlocks(verdict, rule),
        message: messageOf(counts),
        counts,
        checks,
        gaps,
        notes: [
            ...sifted.expired.map((one) => expiredWords(acceptanceName(one), one)),
            ...sifted.endless.map((one) => `"${acceptanceName(one)}" is accepted without an end: give it one (${one.reason})`),
            ...sifted.idle.map((one) => `"${acceptanceName(one)}" accepts nothing here: is it still needed? (${one.reason})`),
        ],
    };
}
const VERDICTS = {
    'checks-passed': 'pass',
    'checks-failed': 'fail',
    'checks-unknown': 'unknown',
    'nothing-checked': 'unknown',
};
function reasonOf(counts, certain) {
    if (counts.failed > 0)
        return 'checks-failed';
    if (counts.unknown > 0 || counts.notVerified > 0)
        return 'checks-unknown';
    return certain ? 'checks-passed' : 'nothing-checked';
}
function countsOf(checks, gaps) {
    const open = checks.filter(({ acceptedBy }) => acceptedBy === undefined);
    const many = (verdict) => open.filter(({ check }) => check.verdict === verdict).length;
    const openGaps = gaps.filter(({ acceptedBy }) => acceptedBy === undefined);
    const leftOut = openGaps.filter(({ gap }) => gap.chosen).length;
    return {
        passed: many('pass'),
        failed: many('fail'),
        unknown: many('unknown'),
        accepted: checks.length - open.length + gaps.length - openGaps.length,
        notVerified: openGaps.length - leftOut,
        leftOut,
    };
}
function messageOf({ passed, failed, unknown, accepted, notVerified, leftOut }) {
    const parts = [
        failed > 0 ? `${failed} failed` : '',
        unknown > 0 ? `${unknown} unknown` : '',
        notVerified > 0 ? `${notVerified} not verified` : '',
        passed > 0 ? `${passed} passed` : '',
        accepted > 0 ? `${accepted} accepted` : '',
        leftOut > 0 ? `${leftOut} left out on purpose` : '',
    ].filter((part) => part !== '');
    const all = passed + failed + unknown + accepted + notVerified;
    return parts.length === 0 ? 'nothing was checked' : `${(0,lists/* count */.U9)(all, 'check')}: ${parts.join(', ')}`;
}

;// CONCATENATED MODULE: ./packages/base/lib/checks/render/json-text.js
const json_text_UNSEEN = /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
function jsonText(value, indent = 1) {
    return `${JSON.stringify(value, null, indent)
        .replace(json_text_UNSEEN, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .replaceAll('##[', '#\\u0023[')}\n`;
}

;// CONCATENATED MODULE: ./packages/base/lib/checks/render/json.js

function checksJson(judgement) {
    const { list, verdict, reason, blocks, message, counts, notes } = judgement;
    return jsonText({ ...list, judgement: { verdict, reason, blocks, message, counts, notes } });
}

;// CONCATENATED MODULE: ./packages/base/lib/file-uri.js
function fileUri(file) {
    const whole = file.replace(/\p{Surrogate}/gu, '\ufffd');
    return whole.split('/').map(encodeURIComponent).join('/');
}

;// CONCATENATED MODULE: ./packages/base/lib/checks/render/sarif.js





const RESULTS = 5_000;
function checksSarif(judgement) {
    const { list, checks, verdict } = judgement;
    const placed = checks.filter(({ check }) => check.verdict !== 'pass' && check.where !== undefined);
    const shown = placed.slice(0, RESULTS);
    const open = (some) => some.filter(({ acceptedBy }) => acceptedBy === undefined);
    const failed = open(checks).filter(({ check }) => check.verdict === 'fail').length;
    const failedHere = open(shown).filter(({ check }) => check.verdict === 'fail').length;
    const isWhole = verdict !== 'unknown' && failed === failedHere;
    const leftOut = placed.length - shown.length;
    const run = {
        tool: {
            driver: {
                name: `lockstep/${plainLine(list.tool.name, 80)}`,
                version: plainLine(list.tool.version, 80),
                rules: rulesOf(shown),
            },
        },
        automationDetails: { id: `lockstep/${plainLine(list.tool.name, 80)}/` },
        invocations: [
            {
                executionSuccessful: isWhole,
                endTimeUtc: list.at,
                ...(isWhole ? {} : { toolExecutionNotifications: [notification(judgement, failed - failedHere)] }),
            },
        ],
        results: resultsOf(shown),
        ...(leftOut > 0 ? { properties: { leftOut } } : {}),
    };
    return jsonText({ version: '2.1.0', $schema: 'https://json.schemastore.org/sarif-2.1.0.json', runs: [run] });
}
function notification({ message, verdict }, elsewhere) {
    const rest = elsewhere > 0 ? `; ${elsewhere} that failed have no place here` : '';
    return { level: verdict === 'fail' ? 'error' : 'warning', message: { text: `${message}${rest}` } };
}
function rulesOf(checks) {
    const byId = new Map();
    for (const { check } of checks)
        if (!byId.has(check.id))
            byId.set(check.id, check);
    return [...byId.values()].map(({ id, title, remedy }) => ({
        id,
        shortDescription: { text: plainLine(title, 300) || id },
        help: { text: plainLine(remedy, 1_000) || plainLine(title, 300) || id },
    }));
}
function resultsOf(checks) {
    const seen = new Map();
    return checks.flatMap(({ check, acceptedBy }) => {
        if (check.where === undefined)
            return [];
        const print = fingerprint(check, check.where);
        const nth = (seen.get(print) ?? 0) + 1;
        seen.set(print, nth);
        return {
            ruleId: check.id,
            level: check.verdict === 'fail' ? 'error' : 'warning',
            message: { text: words(check) },
            locations: [locationOf(check.where)],
            partialFingerprints: { 'lockstep/v1': `${print}:${nth}` },
            ...(acceptedBy === undefined
                ? {}
                : {
                    suppressions: [
                        {
                            kind: 'external',
                            status: 'accepted',
                            justification: plainLine(`${acceptedBy.reason} (${acceptanceName(acceptedBy)})`, 1_000),
                        },
                    ],
                }),
        };
    });
}
function words({ title, verdict, what, measured, expected, remedy }) {
    const parts = [
        `${verdict === 'fail' ? '' : 'Not known: '}${title}${what === title ? '' : ` (${what})`}`,
        measured === '' ? '' : `Measured: ${measured}`,
        expected === '' ? '' : `Expected: ${expected}`,
        remedy,
    ];
    return parts
        .filter((part) => part !== '')
        .map((part) => plainLine(part, 1_000))
        .join('. ');
}
function fingerprint({ id, what }, { file }) {
    return (0,external_node_crypto_().createHash)('sha256')
        .update(JSON.stringify([id, what, file]))
        .digest('hex')
        .slice(0, 24);
}
function locationOf({ file, line, column }) {
    const region = line === undefined ? {} : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } };
    return { physicalLocation: { artifactLocation: { uri: fileUri(file) }, ...region } };
}

;// CONCATENATED MODULE: ./packages/base/lib/xml.js

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
function xmlQuoted(text) {
    const allowed = plainLine(text).replace(/[^\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
    const marked = allowed.replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? '');
    return `"${marked.replaceAll('##[', '#&#35;[')}"`;
}

;// CONCATENATED MODULE: ./packages/base/lib/checks/parts.js
function openChecks({ checks }) {
    return checks.filter(({ acceptedBy }) => acceptedBy === undefined).map(({ check }) => check);
}
function badChecks(judgement) {
    return openChecks(judgement).filter(({ verdict }) => verdict !== 'pass');
}
function openGaps({ gaps }) {
    return gaps.filter(({ acceptedBy }) => acceptedBy === undefined).map(({ gap }) => gap);
}
function acceptedParts({ checks, gaps }) {
    return [
        ...checks.map(({ check: { id, what }, acceptedBy }) => ({ id, what, by: acceptedBy })),
        ...gaps.map(({ gap: { id, what }, acceptedBy }) => ({ id, what, by: acceptedBy })),
    ].flatMap(({ id, what, by }) => (by === undefined ? [] : [{ id, what, by }]));
}
function titleAndWhat({ title, what }) {
    return title === what ? title : `${title}: ${what}`;
}
function groupGaps(gaps) {
    const groups = new Map();
    for (const gap of gaps) {
        const key = JSON.stringify([gap.because, gap.remedy, gap.chosen]);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [gap]);
        else
            group.push(gap);
    }
    return [...groups.values()].flatMap((some) => {
        const [first] = some;
        if (first === undefined)
            return [];
        const { because, chosen, remedy } = first;
        return [{ because, remedy, chosen, gaps: some }];
    });
}

;// CONCATENATED MODULE: ./packages/base/lib/checks/render/junit.js



const CASES = 20_000;
function checksJunit(judgement) {
    const { list } = judgement;
    const all = [...judgement.checks.map(caseOfCheck), ...judgement.gaps.map(caseOfGap)].sort((a, b) => junit_RANK[a.state] - junit_RANK[b.state]);
    const cases = all.length <= CASES ? all : [...all.slice(0, CASES - 1), others(all.slice(CASES - 1))];
    const many = (state) => cases.filter((one) => one.state === state).length;
    const counts = `tests="${cases.length}" failures="${many('failure')}" errors="${many('error')}" skipped="${many('skipped')}"`;
    const suite = xmlQuoted(`${list.tool.name}: ${list.subject}`);
    const owner = xmlQuoted(list.tool.name);
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuites ${counts}><testsuite name=${suite} ${counts} time="0" timestamp=${xmlQuoted(list.at)}>`,
        ...cases.map((one) => caseXml(one, owner)),
        '</testsuite></testsuites>',
        '',
    ].join('\n');
}
const junit_RANK = { failure: 0, error: 1, skipped: 2, passed: 3 };
function caseOfCheck({ check, acceptedBy }) {
    const name = titleAndWhat(check);
    const place = check.where === undefined ? '' : ` (${check.where.file}:${check.where.line ?? 1})`;
    const seen = check.measured === '' ? '' : `measured ${check.measured}, `;
    const message = `${check.id} ${check.reason}: ${seen}expected ${check.expected}. ${check.remedy}${place}`;
    if (acceptedBy !== undefined)
        return { name, state: 'skipped', message: acceptedWords(acceptedBy) };
    if (check.verdict === 'pass')
        return { name, state: 'passed', message: '' };
    return { name, state: check.verdict === 'fail' ? 'failure' : 'error', message };
}
function caseOfGap({ gap, acceptedBy }) {
    const name = `${gap.id}: ${gap.what}`;
    if (acceptedBy !== undefined)
        return { name, state: 'skipped', message: acceptedWords(acceptedBy) };
    if (gap.chosen)
        return { name, state: 'skipped', message: `left out on purpose: ${gap.because}` };
    return { name, state: 'error', message: `not verified: ${gap.because}. ${gap.remedy}` };
}
function others(rest) {
    const worst = rest.map(({ state }) => state).sort((a, b) => junit_RANK[a] - junit_RANK[b])[0] ?? 'passed';
    return { name: `… and ${rest.length} more`, state: worst, message: 'the JSON report has all of them' };
}
function caseXml({ name, state, message }, owner) {
    const inner = state === 'passed' ? '' : `<${state} message=${xmlQuoted(message)}/>`;
    return `<testcase classname=${owner} name=${xmlQuoted(name)} time="0">${inner}</testcase>`;
}

;// CONCATENATED MODULE: ./packages/base/lib/verdict.js
function combine(verdicts) {
    if (verdicts.includes('fail'))
        return 'fail';
    if (verdicts.length === 0 || verdicts.includes('unknown'))
        return 'unknown';
    return 'pass';
}
const VERDICT_MARKS = { pass: '✅', fail: '❌', unknown: '⚠️' };

;// CONCATENATED MODULE: ./packages/base/lib/checks/render/markdown.js





const CELL = 240;
function checksMarkdown(judgement, limits) {
    for (let rows = limits.rows; rows > 0; rows = Math.floor(rows / 2)) {
        const text = blocksOf(judgement, rows, limits.passed).join('\n\n');
        if (Buffer.byteLength(text) <= limits.bytes)
            return text;
    }
    return outcomeLine(judgement);
}
function blocksOf(judgement, rows, withPassed) {
    const bad = badChecks(judgement);
    const passed = withPassed ? openChecks(judgement).filter(({ verdict }) => verdict === 'pass') : [];
    return [
        outcomeLine(judgement),
        ...judgement.notes.slice(0, rows).map((note) => `- ${inlineText(note, CELL)}`),
        ...(judgement.notes.length > rows ? [more(judgement.notes.length - rows, 'note')] : []),
        ...(bad.length === 0 ? [] : [badTable(bad, rows)]),
        ...gapBlocks(judgement, rows),
        ...acceptedBlock(judgement, rows),
        ...passedBlock(passed, rows),
    ];
}
function outcomeLine({ verdict, blocks, message, list }) {
    const allowed = verdict !== 'pass' && !blocks ? ', which does not block' : '';
    return `${VERDICT_MARKS[verdict]} **${inlineText(list.tool.name, 80)}**: ${message}${allowed} (${inlineText(list.subject)})`;
}
function badTable(checks, rows) {
    const shown = checks
        .slice(0, rows)
        .map((check) => [
        `${VERDICT_MARKS[check.verdict]} ${cell(check.title)}`,
        whatAndWhere(check),
        cell(check.measured),
        cell(check.expected),
        cell(check.remedy),
    ]);
    const table = markdownTable(['Check', 'Of', 'Measured', 'Expected', 'What to do'], shown);
    return checks.length > rows ? `${table}\n\n${more(checks.length - rows, 'check')}` : table;
}
function gapBlocks(judgement, rows) {
    const open = openGaps(judgement);
    const head = ['Of', 'Why', 'What to do'];
    const block = (chosen, title) => {
        const some = open.filter((gap) => gap.chosen === chosen);
        if (some.length === 0)
            return [];
        const cells = some.slice(0, rows).map((gap) => [cell(gap.what), cell(gap.because), cell(gap.remedy)]);
        return [fold(`${title}: ${some.length}`, markdownTable(head, cells), some.length - cells.length)];
    };
    return [...block(false, 'Not verified'), ...block(true, 'Left out on purpose')];
}
function acceptedBlock(judgement, rows) {
    const all = acceptedParts(judgement);
    if (all.length === 0)
        return [];
    const cells = all
        .slice(0, rows)
        .map(({ id, what, by }) => [cell(id), cell(what), cell(by.until ?? 'no end'), cell(by.reason)]);
    const table = markdownTable(['Accepted', 'Of', 'Until', 'Why'], cells);
    return [fold(`Accepted: ${all.length}`, table, all.length - cells.length)];
}
function passedBlock(checks, rows) {
    if (checks.length === 0)
        return [];
    const byId = new Map();
    for (const check of checks) {
        const those = byId.get(check.id);
        if (those === undefined)
            byId.set(check.id, [check]);
        else
            those.push(check);
    }
    const cells = [...byId].slice(0, rows).map(([id, those]) => {
        const names = those.slice(0, 2).map(({ what }) => inlineText(what, 80));
        const rest = those.length - names.length;
        const of = rest > 0 ? `${names.join(', ')} and ${rest} more` : names.join(', ');
        return [`${VERDICT_MARKS.pass} ${cell(those[0]?.title ?? id)}`, of];
    });
    return [fold(`Passed: ${checks.length}`, markdownTable(['Check', 'Of'], cells), byId.size - cells.length)];
}
function whatAndWhere({ title, what, where }) {
    const place = where === undefined ? '' : inlineText(`${where.file}${where.line === undefined ? '' : `:${where.line}`}`, CELL);
    return [title === what ? '' : cell(what), place].filter((one) => one !== '').join('<br>');
}
function cell(text) {
    return inlineText(text, CELL);
}
function fold(title, table, hidden) {
    const tail = hidden > 0 ? [more(hidden, 'row'), ''] : [];
    return [`<details><summary>${title}</summary>`, '', table, '', ...tail, '</details>'].join('\n');
}
function more(many, one) {
    return `… and ${(0,lists/* count */.U9)(many, `more ${one}`)}`;
}

;// CONCATENATED MODULE: ./packages/base/lib/checks/render/summary.js

const SUMMARY_BYTES = 800_000;
const COMMENT_BYTES = 5_500;
function checksSummary(judgement) {
    return checksMarkdown(judgement, { bytes: SUMMARY_BYTES, rows: 1_000, passed: true });
}
function checksComment(judgement) {
    const markdown = checksMarkdown(judgement, { bytes: COMMENT_BYTES, rows: 10, passed: false });
    return { verdict: judgement.verdict, markdown };
}

// EXTERNAL MODULE: ./packages/base/lib/redact.js
var redact = __nccwpck_require__(580229);
;// CONCATENATED MODULE: ./packages/base/lib/checks/render/annotations.js


const ANNOTATIONS = 50;
function checksAnnotations(judgement) {
    const open = badChecks(judgement);
    const name = plainLine(judgement.list.tool.name, 80);
    const shown = open.length <= ANNOTATIONS ? open : open.slice(0, ANNOTATIONS - 1);
    const annotations = shown.map(({ id, title, verdict, what, measured, remedy, where }) => {
        const level = judgement.blocks && verdict === 'fail' ? 'error' : 'warning';
        const message = plainLine(`${title}${what === title ? '' : ` (${what})`}: ${[measured, remedy].filter((one) => one !== '').join('. ')}`, 500);
        return { level, title: `${name}: ${id}`, message, ...where };
    });
    const hidden = open.length - shown.length;
    if (hidden === 0)
        return annotations;
    return [...annotations, { level: 'warning', title: name, message: `… and ${hidden} more; the report has them` }];
}

;// CONCATENATED MODULE: ./packages/base/lib/yaml-reason.js
function yamlReason(reason) {
    const words = reason.replace(/\s*[:"'<!*&%].*$/s, '').trim();
    return words === '' ? 'it is no valid text of that format' : words;
}

;// CONCATENATED MODULE: ./packages/base/lib/yaml.js


const REMEDIES = {
    BAD_INDENT: 'check the blanks at the beginning of this line and of the one above',
    DUPLICATE_KEY: 'a name may be there once in a map: remove one of them',
    MULTIPLE_DOCS: 'remove this line: only what is above it would count',
    TAB_AS_INDENT: 'indent with blanks, not with tabs',
};
const REASONS = { MULTIPLE_DOCS: 'a second document begins here' };
const REMEDY = 'put texts with a colon, a # or another mark of YAML into quotes, and check the blanks at the beginning of the line';
function readYaml({ LineCounter, parseDocument }, text, name, remedy = REMEDY) {
    const lines = new LineCounter();
    try {
        const document = parseDocument(text, { lineCounter: lines, logLevel: 'error', prettyErrors: false });
        if (document.errors.length > 0)
            throw new errors/* InputError */.dz(problemsOf(document.errors, { text, lines, name, remedy }));
        return { data: document.toJS(), lineOf: lineFinder(document, lines) };
    }
    catch (error) {
        if (error instanceof ReferenceError)
            throw new errors/* InputError */.dz(`${name}: not readable as YAML: ${yamlReason((0,errors/* describe */.q0)(error))}; check its aliases (*name)`);
        if (error instanceof RangeError)
            throw new errors/* InputError */.dz(`${name}: not readable as YAML: lists or maps within each other, too deep to read`);
        throw error;
    }
}
function problemsOf(errors, { lines, name, remedy, text }) {
    const conflict = text.split('\n').findIndex((line) => /^<{7}(?: |$)/.test(line));
    if (conflict >= 0)
        return [`${name} (line ${conflict + 1}): there is a merge conflict; resolve it first`];
    const first = new Map();
    for (const { code, message, pos } of errors) {
        const { col, line } = lines.linePos(pos[0]);
        const place = `${name}: not readable as YAML (line ${line}, column ${col})`;
        if (!first.has(line))
            first.set(line, `${place}: ${REASONS[code] ?? yamlReason(message)}; ${REMEDIES[code] ?? remedy}`);
    }
    return [...first.values()];
}
function lineFinder(document, lines) {
    return (path) => {
        let node = document.contents;
        let line;
        for (const step of path) {
            const found = below(yaml_target(node, document), step);
            if (found === undefined)
                break;
            const start = nodeOf(found.place)?.range?.[0];
            if (start !== undefined)
                line = lines.linePos(start).line;
            node = found.value;
        }
        return line;
    };
}
function yaml_target(node, document) {
    const resolve = nodeOf(node)?.resolve;
    return typeof resolve === 'function' ? resolve.call(node, document) : node;
}
function below(node, step) {
    const items = nodeOf(node)?.items ?? [];
    const pairs = items.filter(isPair);
    if (pairs.length < items.length) {
        const item = items[Number(step)];
        return item === undefined ? undefined : { place: item, value: item };
    }
    const pair = pairs.find(({ key }) => nameOf(key) === String(step));
    return pair === undefined ? undefined : { place: pair.key, value: pair.value };
}
function nodeOf(node) {
    return typeof node === 'object' && node !== null ? node : undefined;
}
function isPair(item) {
    return typeof item === 'object' && item !== null && 'key' in item;
}
function nameOf(key) {
    return typeof key === 'object' && key !== null && 'value' in key ? String(key.value) : undefined;
}

// EXTERNAL MODULE: ./node_modules/.pnpm/yaml@2.9.1/node_modules/yaml/dist/index.js
var dist = __nccwpck_require__(464659);
;// CONCATENATED MODULE: ./packages/action-kit/lib/yaml-input.js


function readYamlInput(text, where) {
    try {
        return { value: readYaml({ LineCounter: dist/* LineCounter */.HN, parseDocument: dist/* parseDocument */.Tp }, text, where).data, problems: [] };
    }
    catch (error) {
        if (!(error instanceof errors/* InputError */.dz))
            throw error;
        return { value: undefined, problems: error.problems };
    }
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/audit.js




const auditReasons = defineReasons({
    'checks-passed': {
        verdict: 'pass',
        meaning: 'Every check passed or was accepted, and none was left out against the will of the caller.',
        remedy: 'Nothing.',
    },
    'checks-failed': {
        verdict: 'fail',
        meaning: 'At least one check failed and was not accepted. The summary and the report list each with what was expected.',
        remedy: 'Follow the remedy of each failed check. Accept one that has to stay with the input `accept`, with an end date.',
    },
    'checks-unknown': {
        verdict: 'unknown',
        meaning: 'No check failed, but at least one could not be decided or could not be run. Unknown is not a pass.',
        remedy: 'Follow the remedy of each unknown check: usually a missing permission or an unreachable service. `on-unknown: warn` keeps it from blocking.',
    },
    'nothing-checked': {
        verdict: 'unknown',
        meaning: 'Not a single check could be decided, so nothing is known.',
        remedy: 'Look at the list of what was not verified in the summary; correct the inputs that select the checks.',
    },
});
function readAccept(text) {
    const { value, problems } = readYamlInput(text, 'input "accept"');
    return problems.length > 0 ? { acceptances: [], problems } : readAcceptances(value, 'input "accept"');
}
function planReport(facts, values, directory) {
    const list = makeCheckList({ ...facts, accept: readAccept(values.accept).acceptances });
    const rule = { onUnknown: values['on-unknown'], reportOnly: values['report-only'] };
    const judgement = judgeChecks(list, rule, facts.nowMs);
    const { counts, verdict, reason, message, blocks } = judgement;
    return {
        files: {
            'checks.json': checksJson(judgement),
            'checks.sarif': checksSarif(judgement),
            'checks.junit.xml': checksJunit(judgement),
            'comment.md': checksComment(judgement).markdown,
        },
        judgement,
        outcome: {
            verdict,
            reason,
            message,
            passes: !blocks,
            outputs: {
                'report-path': (0,external_node_path_.join)(directory, 'checks.json'),
                'report-directory': directory,
                'summary-path': (0,external_node_path_.join)(directory, 'comment.md'),
                'sarif-path': (0,external_node_path_.join)(directory, 'checks.sarif'),
                passed: counts.passed,
                failed: counts.failed,
                unknown: counts.unknown + counts.notVerified,
            },
        },
    };
}
function reportChecks(shell, facts, values) {
    const directory = values['report-directory'] || (0,external_node_path_.join)(shell.env.tempDir, `lockstep-${facts.tool.name}-${shell.instance}`);
    const { files, judgement, outcome } = planReport(facts, values, directory);
    (0,external_node_fs_.mkdirSync)(directory, { recursive: true });
    for (const [name, text] of Object.entries(files))
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(directory, name), (0,redact/* redactText */.Rd)(text));
    shell.summary.add(checksSummary(judgement));
    for (const annotation of checksAnnotations(judgement))
        shell.annotate(annotation);
    for (const note of judgement.notes)
        shell.log.warning(note);
    return { ...outcome, section: files['comment.md'] ?? '' };
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/backup/chosen.js

async function chosenBackup(place, wanted, signal) {
    const backups = await listBackups(place, { signal });
    if (wanted === 'latest')
        return newestOf(backups);
    return backups.find(({ isWhole, tier, id }) => isWhole && (wanted === id || wanted === `${tier}/${id}`));
}
function noBackupEnd(wanted, place) {
    const which = wanted === 'latest' ? 'no finished backup' : `no finished backup ${wanted}`;
    return { verdict: 'fail', reason: 'no-backup', message: `${which} in ${place}` };
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/backup/drill-end.js
function drillRefusedEnd(why) {
    switch (why) {
        case 'is-the-source':
            return drill_end_failed('scratch-is-source', 'the scratch server is the server that was backed up: nothing was restored; use another one for drills');
        case 'source-unknown':
            return drill_end_failed('source-not-known', 'whether the scratch server is the source is not known: nothing was restored; let both roles call pg_control_system(), and make another backup');
        case 'not-empty':
            return drill_end_failed('scratch-not-empty', 'the scratch database has tables of its own: nothing was restored; use a server that is only for drills');
    }
}
function drill_end_failed(reason, message) {
    return { verdict: 'fail', reason, message };
}

;// CONCATENATED MODULE: ./packages/backup/lib/restore/lazily.js
const restoring = () => __nccwpck_require__.e(/* import() */ 694).then(__nccwpck_require__.bind(__nccwpck_require__, 134390));
async function drillBackup(options) {
    return (await restoring()).drillBackup(options);
}
async function restoreWhole(options) {
    return (await restoring()).restoreWhole(options);
}
async function restoreTables(options, names) {
    return (await restoring()).restoreTables(options, names);
}

;// CONCATENATED MODULE: ./packages/backup/lib/drill/check-command.js

const KEPT = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'RUNNER_TEMP', 'RUNNER_TOOL_CACHE', 'CI'];
const SCRATCH_URL = 'LOCKSTEP_SCRATCH_URL';
const GRACE_MS = 5_000;
async function runCheckCommand(of, target) {
    const { command, folder, withinMs, clock, signal, onOutput } = of;
    const kept = KEPT.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
    const env = { ...Object.fromEntries(kept), [SCRATCH_URL]: urlOf(target) };
    const run = (0,external_node_child_process_namespaceObject().spawn)('bash', ['-euo', 'pipefail', '-c', command], {
        cwd: folder,
        env,
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [run.stdout, run.stderr])
        stream.setEncoding('utf8').on('data', onOutput);
    const kill = (how) => {
        try {
            if (run.pid !== undefined)
                process.kill(-run.pid, how);
        }
        catch {
        }
    };
    const over = new AbortController();
    const ended = new Promise((resolve) => {
        run.once('error', (error) => resolve(error.message));
        run.once('exit', (code, killed) => resolve(code === 0 ? '' : `it ended with ${killed ?? code}`));
    });
    const closed = new Promise((resolve) => {
        run.once('error', () => resolve());
        run.once('close', () => resolve());
    });
    const late = clock.sleep(withinMs, over.signal).then(() => 'it took too long', () => new Promise(() => undefined));
    const cancelled = new Promise((resolve) => {
        signal?.addEventListener('abort', () => resolve('it was cancelled'), { once: true, signal: over.signal });
    });
    const first = await Promise.race([ended, late, cancelled]);
    kill('SIGTERM');
    await Promise.race([closed, clock.sleep(GRACE_MS, over.signal).catch(() => undefined)]);
    kill('SIGKILL');
    over.abort();
    return [checkOf(first)];
}
function checkOf(trouble) {
    const passed = trouble === '';
    return {
        id: 'check-command',
        title: "The caller's own check passes",
        verdict: passed ? 'pass' : 'fail',
        reason: passed ? 'command-passed' : 'command-failed',
        what: 'check-command',
        measured: passed ? 'it ended with 0' : trouble,
        expected: 'it ends with 0',
        remedy: passed ? '' : 'read what it printed in the log of the step',
    };
}
function urlOf({ user, password, host, port, database, tls }) {
    const login = `${encodeURIComponent(user)}${password === '' ? '' : `:${encodeURIComponent(password)}`}`;
    const mode = { off: 'disable', none: 'require', ca: 'verify-ca', full: 'verify-full' }[tls.mode];
    const where = host.includes(':') ? `[${host}]` : host;
    return `postgresql://${login}@${where}:${port}/${encodeURIComponent(database)}?sslmode=${mode}`;
}

// EXTERNAL MODULE: ./packages/backup/lib/manifest/read-manifest.js
var read_manifest = __nccwpck_require__(366726);
;// CONCATENATED MODULE: ./packages/backup/lib/status/drill-record.js



const PREFIX = 'drills/';
const MOST = 200;
async function keepDrill(place, record, options) {
    const at = record.at.replace(/[-:.]/g, '');
    const body = Buffer.from(`${JSON.stringify(record, null, 2)}\n`);
    await place.putIfAbsent(`${PREFIX}${at}-${(0,external_node_crypto_().randomBytes)(4).toString('hex')}.json`, body, options);
}
async function listDrills(place, options) {
    const keys = [];
    for await (const { key } of place.list(PREFIX, options))
        keys.push(key);
    const records = [];
    for (const key of keys.sort().reverse().slice(0, MOST)) {
        const record = parse(await (0,read_manifest/* textOf */.b6)(await place.get(key, options)));
        if (record !== undefined)
            records.push(record);
    }
    return records.sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}
function parse(text) {
    try {
        const data = JSON.parse(text);
        if (!(0,lib_fields/* isMap */.j)(data) || data['kind'] !== 'lockstep-drill/1' || Number.isNaN(Date.parse(String(data['at']))))
            return undefined;
        return data;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./packages/base/lib/duration.js
var lib_duration = __nccwpck_require__(984731);
;// CONCATENATED MODULE: ./packages/backup/lib/status/age-words.js

function ageWords(ms) {
    const hours = Math.round(ms / 3_600_000);
    if (hours < 1)
        return (0,lists/* count */.U9)(Math.max(0, Math.round(ms / 60_000)), 'minute');
    return hours < 48 ? (0,lists/* count */.U9)(hours, 'hour') : (0,lists/* count */.U9)(Math.round(hours / 24), 'day');
}

;// CONCATENATED MODULE: ./packages/backup/lib/runbook/settings.js


const DAY_MS = 86_400_000;
function readRunbook(fields, problems) {
    const required = (field, expected) => fields.text(field, { required: true, expected });
    const read = {
        document: fields.text('document') || 'docs/BACKUP-RUNBOOK.md',
        owner: required('owner', 'who keeps the runbook true, and how they are reached'),
        restorers: fields.list('restorers'),
        key: required('key', 'where the key that decrypts is kept; never the key itself'),
        store: required('store', 'the place of the backups, such as s3://acme-backups/shop'),
        target: required('target', 'what a lost database is restored into'),
        everyMs: fields.duration('every', DAY_MS),
        reviewed: required('reviewed', 'the day of the last review, such as 2026-11-29'),
        reviewEveryMs: fields.duration('review-every', 180 * DAY_MS),
    };
    if (read.reviewed !== '' && !isDay(read.reviewed))
        fields.complain('reviewed', `expected a day such as 2026-11-29, got "${read.reviewed}"`);
    if (/AGE-SECRET-KEY-/i.test(read.key))
        fields.complain('key', 'this is the key itself: write where it is kept');
    fields.refuseOthers();
    problems.push(...fields.problems);
    return read;
}
function runbookDigest(runbook, recovery) {
    return (0,external_node_crypto_().createHash)('sha256')
        .update(JSON.stringify([runbook, recovery]))
        .digest('hex')
        .slice(0, 16);
}
function peopleIn(restorers) {
    return new Set(restorers.map((one) => one.trim().toLowerCase())).size;
}

;// CONCATENATED MODULE: ./packages/backup/lib/runbook/document.js



const MARK = /<!-- lockstep-runbook: (\{.*\}) -->\s*$/;
function runbookMark(document) {
    const [, text = ''] = MARK.exec(document) ?? [];
    try {
        const data = JSON.parse(text);
        return (0,lib_fields/* isMap */.j)(data) && typeof data['settings'] === 'string' ? data : undefined;
    }
    catch {
        return undefined;
    }
}
function renderRunbook({ runbook, recovery, drill, policy }) {
    const { owner, restorers, key, store, target, everyMs, reviewed, reviewEveryMs } = runbook;
    const promise = (ms) => (ms === undefined ? 'not promised' : `at most ${(0,lib_duration/* formatDuration */.a)(ms)}`);
    const rows = [
        ['Owner of this page', owner],
        ['Who may restore', restorers.join('; ')],
        ['Where the backups are', store],
        ['Where the key is that decrypts', key],
        ['What is restored into', target],
        ['A backup is made every', (0,lib_duration/* formatDuration */.a)(everyMs)],
        ['Age of the data that comes back', promise(recovery.maxDataAgeMs)],
        ['Time that the restore takes', promise(recovery.maxRestoreMs)],
        ['Measured by the last drill that passed', measured(drill)],
        ['Last reviewed', `${reviewed}; again every ${ageWords(reviewEveryMs)}`],
    ];
    const mark = {
        settings: runbookDigest(runbook, recovery),
        drill: drill === undefined
            ? null
            : { backup: drill.backup, at: drill.at, restoreMs: drill.restoreMs, dataAgeMs: drill.dataAgeMs },
        recovery: { maxRestoreMs: recovery.maxRestoreMs ?? null, maxDataAgeMs: recovery.maxDataAgeMs ?? null },
        reviewed,
        people: peopleIn(restorers),
    };
    return `# Runbook: restore the database

<!-- Written by \`lockstep backup runbook\` from ${policy}: change that file, not this one. -->

| | |
|---|---|
${rows.map(([label, value]) => `| ${label} | ${document_cell(value)} |`).join('\n')}

Every command runs on any machine with \`lockstep\`, the key in \`key.txt\`, and the store's credentials in \`AWS_REGION\`,
\`AWS_ACCESS_KEY_ID\` and \`AWS_SECRET_ACCESS_KEY\`.

## Before anything else

1. Stop what writes wrong data: roll the release back, or take the app offline.
2. Write down the time and who decides, and notify the owner of this page.
3. Look at what there is:

   \`\`\`sh
   lockstep backup status --to ${store}
   \`\`\`

## The whole database is lost

1. Create it new and empty: ${sentence(target)}
2. Restore the newest backup, or the one named by \`--backup ID\`. Type the target's host and database to confirm:

   \`\`\`sh
   TARGET_DATABASE_URL=postgresql://USER:PASSWORD@HOST:5432/DATABASE \\
     lockstep backup restore --to ${store} --key-file key.txt --confirm-target HOST/DATABASE
   \`\`\`

3. Give the roles their passwords, and point the app to the new database.
4. Repeat erasures that came after the backup, check the app, then let users back in.

## A table was dropped, or its rows are wrong

Create the table empty, as it was. Then bring its rows back:

\`\`\`sh
TARGET_DATABASE_URL=postgresql://USER:PASSWORD@HOST:5432/DATABASE \\
  lockstep backup restore --to ${store} --key-file key.txt --tables public.TABLE --confirm-target HOST/DATABASE
\`\`\`

## Without Lockstep

Each backup has a script that needs \`psql\`, \`gzip\`, \`sha256sum\` and \`age\` only:

\`\`\`sh
aws s3 cp --recursive ${store}/TIER/ID backup
bash backup/restore.sh postgresql://USER:PASSWORD@HOST:5432/DATABASE key.txt
\`\`\`

<!-- lockstep-runbook: ${JSON.stringify(mark)} -->
`;
}
function measured(drill) {
    if (drill === undefined)
        return 'no drill has passed yet';
    const { at, backup, dataAgeMs, restoreMs, run } = drill;
    const restored = restoreMs === null ? 'restored' : `restored in ${(0,lib_duration/* formatDuration */.a)(restoreMs)}`;
    const age = dataAgeMs === null ? '' : `, its data ${ageWords(dataAgeMs)} old`;
    return `${at.slice(0, 10)}: ${backup} ${restored}${age}${run === null ? '' : ` (${run})`}`;
}
function sentence(text) {
    return /[.!?]$/.test(text) ? text : `${text}.`;
}
function document_cell(text) {
    return text.replace(/\s+/g, ' ').replaceAll('|', '\\|');
}

;// CONCATENATED MODULE: ./packages/backup/lib/policy/policy-file.js




const POLICY_FILE = '.lockstep/backup.yml';
const policy_file_DAY_MS = 86_400_000;
function readPolicyFile(text, name) {
    const { data, lineOf } = readYaml({ LineCounter: dist/* LineCounter */.HN, parseDocument: dist/* parseDocument */.Tp }, text, name);
    if (!(0,lib_fields/* isMap */.j)(data))
        throw new errors/* InputError */.dz(`${name}: expected a map with recovery, retention, legal-holds or runbook`);
    const fields = new lib_fields/* Fields */.C(data, name, (field) => lineOf([field]));
    const problems = [];
    const section = (field) => new lib_fields/* Fields */.C(fields.map(field) ?? {}, `${name}: ${field}`, (one) => lineOf([field, one]));
    const runbook = fields.map('runbook');
    const policy = {
        recovery: readRecovery(section('recovery'), problems),
        retention: readRetention(section('retention'), problems),
        legalHolds: readHolds(fields.any('legal-holds'), { where: `${name}: legal-holds`, lineOf }, problems),
        runbook: runbook === undefined ? undefined : readRunbook(section('runbook'), problems),
    };
    fields.refuseOthers();
    problems.unshift(...fields.problems);
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    return policy;
}
function readRecovery(fields, problems) {
    const duration = (name) => {
        const text = fields.text(name);
        const ms = text === '' ? undefined : (0,lib_duration/* parseDuration */.E)(text);
        if (text !== '' && ms === undefined)
            fields.complain(name, `expected a duration like 2h or 26h, got "${text}"`);
        return ms;
    };
    const recovery = { maxDataAgeMs: duration('max-data-age'), maxRestoreMs: duration('max-restore-time') };
    fields.refuseOthers();
    problems.push(...fields.problems);
    return recovery;
}
function readRetention(fields, problems) {
    const retention = {};
    for (const tier of manifest_manifest/* TIERS */.iB) {
        const text = fields.text(tier);
        if (text === '')
            continue;
        const ms = (0,lib_duration/* parseDuration */.E)(text);
        if (ms === undefined || ms < policy_file_DAY_MS || ms % policy_file_DAY_MS !== 0)
            fields.complain(tier, `expected whole days like 14d, got "${text}"`);
        else
            retention[tier] = ms;
    }
    fields.refuseOthers();
    problems.push(...fields.problems);
    return retention;
}
function readHolds(given, { where, lineOf }, problems) {
    if (given === undefined || given === null)
        return [];
    const onLine = (path) => ` (line ${lineOf(path)})`;
    if (!Array.isArray(given)) {
        problems.push(`${where}${onLine(['legal-holds'])}: expected a list of backup, until and reason`);
        return [];
    }
    return given.flatMap((entry, at) => {
        const place = `${where}: entry ${at + 1}`;
        if (!(0,lib_fields/* isMap */.j)(entry)) {
            problems.push(`${place}${onLine(['legal-holds', at])}: expected backup, until and reason`);
            return [];
        }
        const fields = new lib_fields/* Fields */.C(entry, place, (field) => lineOf(['legal-holds', at, field]));
        const hold = {
            backup: fields.text('backup', { required: true, expected: 'the id of a backup' }),
            until: fields.text('until', { required: true, expected: 'a day like 2027-06-30' }),
            reason: fields.text('reason', { required: true, expected: 'why it is held' }),
        };
        if (hold.backup !== '' && !(0,manifest_manifest/* isBackupId */["if"])(hold.backup))
            fields.complain('backup', `"${hold.backup}" is no id of a backup, such as 20260112T030000Z-0a1b2c3d`);
        if (hold.until !== '' && lastMomentOf(hold.until) === undefined)
            fields.complain('until', `expected a day like 2027-06-30, got "${hold.until}"`);
        fields.refuseOthers();
        problems.push(...fields.problems);
        return fields.problems.length === 0 ? [hold] : [];
    });
}
function lastMomentOf(day) {
    const start = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
    const isDay = !Number.isNaN(start) && new Date(start).toISOString().startsWith(day);
    return isDay ? start + policy_file_DAY_MS : undefined;
}

;// CONCATENATED MODULE: ./actions/backup/lib/policy.js




function policyOf({ 'policy-file': path }, workspace) {
    if (path === '')
        return undefined;
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)((0,external_node_path_.resolve)(workspace, path), 'utf8');
    }
    catch (cause) {
        throw new errors/* InputError */.dz(`input "policy-file": ${path} cannot be read; is actions/checkout before this step?`, {
            cause,
        });
    }
    return readPolicyFile(text, path);
}
function runbookOf(policy, workspace) {
    const runbook = policy?.runbook;
    return runbook === undefined ? undefined : { runbook, document: policy_textOf((0,external_node_path_.resolve)(workspace, runbook.document)) };
}
function policy_textOf(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./actions/backup/lib/drill.js










async function drill(values, shell) {
    const { clock, log, signal } = shell;
    const { scratch, identities, policy, afterRestore, place } = await readTogether({
        scratch: () => (0,database_url/* readDatabaseUrl */.Bq)(values['scratch-database-url'].reveal()),
        identities: () => identitiesOf(values),
        policy: () => policyOf(values, shell.env.workspace),
        afterRestore: () => readSql(values['after-restore'], shell.env.workspace),
        place: () => placeOf(values, shell),
    });
    const recovery = policy?.recovery;
    const chosen = await chosenBackup(place, values.backup, signal);
    if (chosen === undefined)
        return noBackupEnd(values.backup, place.name);
    if (values['dry-run']) {
        const message = `would restore ${chosen.tier}/${chosen.id} into a new database on ${scratch.host}:${scratch.port}`;
        return { verdict: 'pass', reason: 'dry-run', message };
    }
    const command = values['check-command'];
    const check = {
        command,
        folder: shell.env.workspace,
        withinMs: values['check-timeout'],
        clock,
        signal,
        onOutput: (text) => log.foreign(text),
    };
    const drilled = await drillBackup({
        place,
        prefix: chosen.prefix,
        identities,
        scratch,
        parallel: values.parallel,
        maxAgeMs: Math.min(values['max-age'], recovery?.maxDataAgeMs ?? Infinity),
        maxRestoreMs: values['max-restore-time'] ?? recovery?.maxRestoreMs,
        afterRestore,
        files: values['storage-files'] !== 'none',
        probe: command === '' ? undefined : (target) => runCheckCommand(check, target),
        clock,
        log,
        signal,
    });
    return drilled.kind === 'refused' ? drillRefusedEnd(drilled.why) : report(drilled, { values, shell, place, policy });
}
async function identitiesOf(values) {
    const key = values['decrypt-with'];
    return key.isEmpty ? [] : (0,seal_recipients/* readIdentities */.d1)(key.reveal());
}
function readSql(path, workspace) {
    if (path === '')
        return undefined;
    try {
        return (0,external_node_fs_.readFileSync)((0,external_node_path_.resolve)(workspace, path), 'utf8');
    }
    catch (cause) {
        throw new errors/* InputError */.dz(`input "after-restore": ${path} cannot be read`, { cause });
    }
}
async function report(drilled, { values, shell, place, policy }) {
    const { checks, notVerified, manifest, phases, restoreMs, dataAgeMs, backup } = drilled;
    const nowMs = shell.clock.now();
    const run = shell.env.runId === 0 ? null : shell.env.runUrl;
    const facts = { subject: `${backup} in ${place.name}`, nowMs, run, tool: toolOf(), checks, notVerified };
    const outcome = reportChecks(shell, facts, values);
    const seconds = (ms) => (ms === undefined ? '' : (ms / 1_000).toFixed(1));
    const record = {
        kind: 'lockstep-drill/1',
        backup,
        verdict: outcome.verdict,
        at: new Date(nowMs).toISOString(),
        restoreMs: restoreMs ?? null,
        dataAgeMs: dataAgeMs ?? null,
        run,
    };
    await keepDrill(place, record, { signal: shell.signal }).catch((error) => shell.log.warning(`the drill could not be recorded next to the backups, so status does not see it: ${(0,errors/* describe */.q0)(error)}`));
    const folder = String(outcome.outputs?.['report-directory'] ?? '');
    if (folder !== '')
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, 'drill.json'), (0,redact/* redactText */.Rd)(`${JSON.stringify(record, null, 2)}\n`));
    const took = restoreMs === undefined ? '' : `; restored in ${seconds(restoreMs)} s`;
    return {
        ...outcome,
        message: `${backup}: ${outcome.message}${took}`,
        outputs: {
            ...outcome.outputs,
            ...(manifest === undefined
                ? {}
                : { 'backup-id': manifest.id, tier: manifest.tier, tables: manifest.totals.tables }),
            ...(manifest === undefined ? {} : { rows: manifest.totals.rows }),
            'restore-seconds': seconds(restoreMs),
            'data-age-seconds': dataAgeMs === undefined ? '' : Math.round(dataAgeMs / 1_000),
            phases: phases ?? {},
            'runbook-path': writeRunbook(record, policy, values, folder),
        },
    };
}
function writeRunbook(drill, policy, values, folder) {
    const runbook = policy?.runbook;
    if (policy === undefined || runbook === undefined || drill.verdict !== 'pass' || folder === '')
        return '';
    const path = (0,external_node_path_.join)(folder, 'RUNBOOK.md');
    const text = renderRunbook({ runbook, recovery: policy.recovery, drill, policy: values['policy-file'] });
    (0,external_node_fs_.writeFileSync)(path, (0,redact/* redactText */.Rd)(text));
    return path;
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/backup/id.js
const BACKUP_ID = /^(latest|(?:(?:daily|weekly|monthly|yearly)\/)?\d{8}T\d{6}Z-[0-9a-f]{8})$/;
const EXPECTED_ID = 'latest, or the id of a backup';

;// CONCATENATED MODULE: ./packages/action-shell/lib/shape.js

const ok = (value) => ({ ok: true, value });
const no = { ok: false };
function field({ type, empty, others, expected, parse }, defaultText, options = {}) {
    return {
        default: defaultText,
        required: options.required ?? false,
        secret: options.secret ?? false,
        type,
        expected,
        empty,
        others,
        parse,
    };
}
function shape_text(defaultText, options = {}) {
    const parse = (value) => (options.pattern === undefined || options.pattern.test(value) ? ok(value) : no);
    const form = { type: 'text', expected: options.expected ?? 'some text', empty: '', others: ['text'], parse };
    return field(form, defaultText, options);
}
const shape_hidden = {
    empty: new lib_secret/* Secret */.z(''),
    others: [new lib_secret/* Secret */.z('-', 'part')],
    parse: (value) => ok(new lib_secret/* Secret */.z(value)),
};
function shape_secret(options = {}) {
    return field({ type: 'secret', expected: 'a secret', ...shape_hidden }, undefined, { ...options, secret: true });
}
function shape_described(field, description) {
    return { ...field, description };
}
function shape_token(defaultText) {
    return field({ type: 'secret', expected: 'a token', ...shape_hidden }, defaultText, { secret: true });
}
function jobStatus() {
    return shape_described(shape_text('${{ job.status }}'), 'Set by the action itself; it passes the result of the job to the post step.');
}
function commit() {
    return shape_text(undefined, { pattern: /^[0-9a-fA-F]{7,40}$/, expected: 'a commit of 7 to 40 hex digits' });
}
function shape_oneOf(words, defaultWord, options = {}) {
    const known = words;
    const parse = (value) => (known.includes(value) ? ok(value) : no);
    return field({
        type: words.map((word) => `\`${word}\``).join(', '),
        expected: `one of ${words.filter((word) => word !== '').join(', ')}${words.includes('') ? ', or nothing' : ''}`,
        empty: defaultWord ?? '',
        others: words,
        parse,
    }, defaultWord, options);
}
function shape_flag(defaultValue) {
    const parse = (value) => (value === 'true' ? ok(true) : value === 'false' ? ok(false) : no);
    const form = { type: 'boolean', expected: 'true or false', empty: defaultValue, others: [!defaultValue], parse };
    return field(form, String(defaultValue));
}
function shape_duration(defaultText, options = {}) {
    const parse = (value) => {
        const ms = (0,lib_duration/* parseDuration */.E)(value);
        return ms === undefined ? no : ok(ms);
    };
    const empty = defaultText === undefined ? undefined : (0,lib_duration/* parseDuration */.E)(defaultText);
    return field({ type: 'duration', expected: 'a duration like 200ms, 30s or 5m', empty, others: [60_000], parse }, defaultText, options);
}
function integer(defaultValue, range = {}) {
    return numeric({ type: 'integer', what: 'a whole number' }, /^-?\d{1,15}$/, defaultValue, range);
}
function decimal(defaultValue, range = {}) {
    return numeric({ type: 'number', what: 'a number' }, /^-?\d{1,15}(\.\d{1,15})?$/, defaultValue, range);
}
function numeric({ type, what }, form, defaultValue, range) {
    const { min = -Infinity, max = Infinity } = range;
    const parse = (value) => {
        const n = Number(value);
        return form.test(value) && n >= min && n <= max ? ok(n) : no;
    };
    const limits = [min === -Infinity ? '' : ` from ${min}`, max === Infinity ? '' : ` up to ${max}`].join('');
    const others = [min === -Infinity ? 1 : min];
    const words = { type, expected: `${what}${limits}`, empty: defaultValue, others, parse };
    return field(words, defaultValue?.toString(), range);
}
function shape_list(defaultText, options = {}) {
    const parse = (value) => ok((0,lists/* parseList */.E1)(value));
    return field({ type: 'list', expected: 'one value a line', empty: (0,lists/* parseList */.E1)(defaultText ?? ''), others: [['text']], parse }, defaultText, options);
}
function shape_url(defaultText, options = {}) {
    const empty = defaultText === undefined || defaultText === '' ? undefined : new URL(defaultText);
    return field({
        ...{ type: 'URL', expected: 'a URL that starts with https:// or http://', parse: parseUrl },
        ...{ empty, others: [new URL('https://example.com')] },
    }, defaultText, options);
}
function parseUrl(value) {
    if (!URL.canParse(value))
        return no;
    const parsed = new URL(value);
    return parsed.protocol === 'https:' || parsed.protocol === 'http:' ? ok(parsed) : no;
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/inputs.js


const vercelInputs = (options = { required: true }) => ({
    'vercel-token': described(secret(options), 'Vercel access token. A token scoped to the project is enough.'),
    'vercel-project': described(text(undefined, options), 'Vercel project: its id (`prj_…`) or its name.'),
    'vercel-team': described(text(), 'Vercel team that owns the project: its id (`team_…`) or its slug. Leave empty for a personal account.'),
    'vercel-api-url': described(url('https://api.vercel.com'), "Base URL of Vercel's API. The token is sent to this address only."),
});
const supabaseInputs = (options = {}) => ({
    'supabase-project': shape_described(shape_text(undefined, { ...options, pattern: /^([a-z]{20})?$/, expected: 'the 20 letters of https://REF.supabase.co' }), 'Supabase project: its reference, the 20 letters of `https://REF.supabase.co`.'),
    'supabase-token': shape_described(shape_secret(options), 'Supabase access token. A token scoped to the project and to what the README lists under Permissions is enough.'),
    'supabase-api-url': shape_described(shape_url('https://api.supabase.com'), "Base URL of Supabase's Management API. The token is sent to this address only."),
});
const availabilityInputs = () => ({
    'availability-source': described(text(), 'Monitor that observes the app all the time: YAML, or the path of a YAML file in the repository, with `provider` (`prometheus`, `gatus` or `json`) and its fields. Without one nothing is measured.'),
    'availability-objective': described(text('99.9 %'), 'Share of the time in which the app has to be available. The rest is the error budget.'),
    'budget-window': described(duration('30d'), 'Time for which the error budget is.'),
    'metrics-secrets': described(secret(), 'Secrets that `availability-source` names as `$NAME`: `NAME=value`, one per line. Each is only sent to the address of the monitor.'),
});
const requestInputs = () => ({
    'request-timeout': shape_described(shape_duration('10s'), 'Timeout of a single request.'),
});
const creatorInputs = () => ({
    'ledger-creator': described(text('github-actions[bot]'), 'GitHub login that `github-token` acts as. Ledger records by other authors are ignored.'),
});
const ledgerInputs = () => ({
    ...creatorInputs(),
    'github-token': described(token('${{ github.token }}'), 'GitHub token for the ledger. It needs `deployments: write` and `actions: read`.'),
});
const serviceInputs = () => ({
    service: described(text(), 'Name of the service, where several services are released to the same environment. Leave empty where there is only one.'),
});
const identityPath = () => text('/api/health', {
    pattern: new RegExp(`^none$|${SITE_PATH.source}`),
    expected: 'a path that starts with one /, or none',
});
const identityInputs = () => ({
    'identity-path': described(identityPath(), 'Path of the health route that reports which build answers (`metadata.deployment_id` or `metadata.git_commit`). It is requested on every production host after traffic was moved. `none` requests no host; then it is never certain that all traffic was moved back, so that a rollback keeps the schema.'),
    'protection-bypass': described(secret(), "Vercel's Protection Bypass for Automation secret, for hosts behind Deployment Protection. It is sent to hosts of the project only."),
});
const trafficInputs = () => ({
    'swap-timeout': described(duration('3m'), 'How long Vercel may take to move the traffic. Reading the result back may take another 30 seconds.'),
});
const lockInputs = () => ({
    'lock-timeout': described(duration('200ms'), "How long a statement may wait for a lock. While it waits, the app's queries on the same table wait too."),
    'lock-retry-for': described(duration('60s'), 'How long to keep retrying a migration that could not acquire its locks.'),
    'migration-lock-timeout': described(duration('60s'), 'How long to wait for another migration run to finish.'),
    'statement-timeout': described(duration('15m'), 'How long a single SQL statement may run.'),
});
const orderInputs = () => ({
    'require-newer-commit': described(flag(true), 'Require that the commit contains the live commit. An older or diverged commit fails with `superseded`.'),
});
const freezeInputs = () => ({
    freeze: described(list(), "Periods in which no release may begin, one per line, as `FROM..TO reason`: `2026-12-20..2027-01-04 year's end`, `2026-11-26T16:00..2026-11-30T08:00`, `Fri 16:00..Mon 08:00 weekend`."),
    'freeze-zone': described(text('UTC'), 'Time zone of `freeze`, such as `Europe/Berlin`.'),
});
const trustInputs = () => ({
    'trusted-branches': described(list(), "Branches whose workflow runs may write the records that this action relies on (requests, staged deployments, releases of other environments), one per line; `*` matches any characters. Default: the repository's default branch. Every workflow with `deployments: write` can write such records, so GitHub is asked which run of which branch wrote them."),
});
const modeInputs = () => ({
    mode: described(oneOf(['same-build', 'same-commit'], 'same-build'), '`same-build` promotes the deployment that was staged. `same-commit` promotes the commit that another environment released; production gets its own build of it.'),
});
const dryRunInputs = () => ({
    'dry-run': described(flag(false), 'Show the plan and run all checks, but change nothing.'),
});
const auditInputs = () => ({
    accept: shape_described(shape_text(), 'Failures to accept, as a YAML list of `check` (an id, `*` matches anything), `reason`, `until` (a day), and optionally `what` and `verdict` (`fail` or `unknown`).'),
    'on-unknown': shape_described(shape_oneOf(['fail', 'warn'], 'fail'), 'Whether a check that cannot be decided fails the step (`fail`) or is only reported (`warn`).'),
    'report-only': shape_described(shape_flag(false), 'Set to `true` to report everything and never fail the step.'),
    'report-directory': shape_described(shape_text(), 'Directory for the reports. By default one in the temporary directory of the job.'),
});
const storeInputs = () => ({
    's3-region': shape_described(shape_text(), 'Region of the bucket; `auto` for Cloudflare R2. By default `AWS_REGION`.'),
    's3-endpoint': shape_described(shape_text(), 'Address of a store that is compatible with S3. By default AWS.'),
    's3-access-key-id': shape_described(shape_text(), 'Id of the access key. By default the credentials that `aws-actions/configure-aws-credentials` leaves in the environment. The key needs no right to delete.'),
    's3-secret-access-key': shape_described(shape_secret(), 'The secret of the access key.'),
});

;// CONCATENATED MODULE: ./actions/backup/lib/inputs.js




const inputs = {
    command: shape_oneOf(['create', 'drill', 'restore', 'status'], 'create'),
    to: shape_text(undefined, { required: true }),
    'database-url': shape_secret(),
    'encrypt-to': shape_list(),
    'decrypt-with': shape_secret(),
    'scratch-database-url': shape_secret(),
    'target-database-url': shape_secret(),
    'confirm-target': shape_text(),
    backup: shape_text('latest', { pattern: BACKUP_ID, expected: EXPECTED_ID }),
    tables: shape_list(),
    tier: shape_oneOf(['auto', 'daily', 'weekly', 'monthly', 'yearly'], 'auto'),
    'exclude-schemas': shape_list(),
    'exclude-rows': shape_list(),
    'include-archives': shape_flag(false),
    'storage-files': shape_oneOf(['auto', 'none', 'list', 'copy'], 'auto'),
    'files-directory': shape_text(),
    'release-id': shape_text(),
    'check-command': shape_text(),
    'after-restore': shape_text(),
    every: shape_duration('24h'),
    runs: integer(7, { min: 1, max: 400 }),
    'max-age': shape_duration('30h'),
    'max-drill-age': shape_duration(),
    'max-restore-time': shape_duration(),
    'require-tiers': shape_list(),
    keep: shape_list(),
    'locked-for': shape_duration(),
    'provider-max-age': shape_duration('30h'),
    'min-pitr-window': shape_duration(),
    'policy-file': shape_text(),
    'dry-run': shape_flag(false),
    ...auditInputs(),
    parallel: integer(4, { min: 1, max: 32 }),
    'lock-timeout': shape_duration('10s'),
    'max-duration': shape_duration('2h'),
    'check-timeout': shape_duration('15m'),
    'max-files-duration': shape_duration('2h'),
    'pg-dump-path': shape_text(),
    ...storeInputs(),
    'storage-s3-endpoint': shape_text(),
    'storage-s3-region': shape_text(),
    'storage-s3-access-key-id': shape_text(),
    'storage-s3-secret-access-key': shape_secret(),
    ...supabaseInputs(),
    ...requestInputs(),
};
function keepOf(line) {
    const [, name, days] = /^(\w+):[ \t]*([1-9]\d{0,4})$/.exec(line) ?? [];
    const tier = manifest_manifest/* TIERS */.iB.find((one) => one === name);
    return tier === undefined ? undefined : { name: tier, days: Number(days) };
}
function inputs_problemsOf(values) {
    const { command } = values;
    const empty = (name) => `input "${name}": the secret is empty, and ${command} needs it (an unset secret arrives as an empty text)`;
    const isNone = values['encrypt-to'].length === 1 && values['encrypt-to'][0] === 'none';
    const isFolder = !/^[a-z][a-z0-9+.-]*:\/\//i.test(values.to);
    const wrongTiers = values['require-tiers'].filter((tier) => !manifest_manifest/* TIERS */.iB.some((one) => one === tier));
    const wrongKeep = values.keep.filter((line) => keepOf(line) === undefined);
    const given = [
        [command === 'create' && values['database-url'].isEmpty, empty('database-url')],
        [command === 'drill' && values['scratch-database-url'].isEmpty, empty('scratch-database-url')],
        [command === 'restore' && values['target-database-url'].isEmpty, empty('target-database-url')],
        [
            command === 'create' && values['encrypt-to'].length === 0,
            'input "encrypt-to": required for create, expected age recipients (age1…), one per line; a directory may have `none`',
        ],
        [
            command === 'create' && isNone && !isFolder,
            'input "encrypt-to": `none` is for a directory only; backups in a bucket are always encrypted',
        ],
        [command !== 'restore' && values.tables.length > 0, 'input "tables": for restore only'],
        [
            values['supabase-project'] !== '' && values['supabase-token'].isEmpty,
            'input "supabase-token": the secret is empty, and supabase-project needs it (an unset secret arrives as an empty text)',
        ],
        [
            values['supabase-project'] === '' && values['min-pitr-window'] !== undefined,
            'input "min-pitr-window": needs supabase-project, whose window it is',
        ],
        [
            wrongKeep.length > 0,
            `input "keep": expected TIER: DAYS, such as "daily: 7", got ${wrongKeep.map((line) => `"${line}"`).join(', ')}`,
        ],
        [
            wrongTiers.length > 0,
            `input "require-tiers": expected ${manifest_manifest/* TIERS */.iB.join(', ')}, got ${wrongTiers.map((tier) => `"${tier}"`).join(', ')}`,
        ],
    ];
    const copies = command === 'create' && values['storage-files'] === 'copy';
    const problems = copies ? storageProblems(values) : [];
    if (command !== 'restore' && values['files-directory'] !== '')
        problems.push('input "files-directory": for restore only');
    return [...given.flatMap(([isWrong, problem]) => (isWrong ? [problem] : [])), ...problems];
}
function storageProblems(values) {
    const endpoint = values['storage-s3-endpoint'];
    const problems = ['storage-s3-endpoint', 'storage-s3-region', 'storage-s3-access-key-id'].flatMap((name) => (values[name] === '' ? [`input "${name}": required for storage-files: copy`] : []));
    if (values['storage-s3-secret-access-key'].isEmpty)
        problems.push('input "storage-s3-secret-access-key": the secret is empty, and storage-files: copy needs it (an unset secret arrives as an empty text)');
    const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
    const isNear = url !== undefined && /^(localhost|127\.\d+\.\d+\.\d+)$/.test(url.hostname);
    if (endpoint !== '' && url?.protocol !== 'https:' && !isNear)
        problems.push(`input "storage-s3-endpoint": expected a URL that begins with https://, got "${endpoint}"`);
    const to = values['s3-endpoint'];
    if (url !== undefined && URL.canParse(to) && new URL(to).host === url.host && !isNear)
        problems.push('input "s3-endpoint": backups in the Storage of the same project are deleted together with it');
    return problems;
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/backup/restore-end.js

function tablesEnd(restored, backup) {
    switch (restored.kind) {
        case 'restored': {
            const rows = restored.tables.reduce((sum, table) => sum + table.rows, 0);
            const names = restored.tables.map(({ name }) => name);
            const message = `${(0,lists/* count */.U9)(rows, 'row')} of ${(0,lists/* nameSome */.Kf)(names, 5)} are back, from ${backup}`;
            return { verdict: 'pass', reason: 'tables-restored', message };
        }
        case 'not-in-backup':
            return restore_end_failed('not-in-backup', `${backup} does not have ${(0,lists/* nameSome */.Kf)(restored.tables, 10)}: nothing was restored`);
        case 'not-empty':
            return restore_end_failed('target-not-empty', `${(0,lists/* nameSome */.Kf)(restored.tables, 10)} have rows: nothing was restored`);
        case 'broken':
            return restore_end_failed('backup-broken', `nothing was restored: ${backup}: ${restored.check.measured}`);
    }
}
function notConfirmedEnd(name, backup) {
    return restore_end_failed('not-confirmed', `nothing was restored: type ${name} into confirm-target to restore ${backup} into it`);
}
function wholeRefusedEnd(restored) {
    if (restored.kind === 'project-differs')
        return restore_end_failed('project-differs', `nothing was restored: ${(0,lists/* nameSome */.Kf)(restored.differences, 20)}`);
    const what = restored.tables === undefined ? 'tables of its own' : `rows in ${(0,lists/* nameSome */.Kf)(restored.tables, 10)}`;
    return restore_end_failed('target-not-empty', `the target database has ${what}: nothing was restored`);
}
function wholeReason(verdict, { begun, rolledBack }) {
    if (verdict === 'pass')
        return 'restored';
    if (verdict === 'unknown')
        return 'restore-not-verified';
    if (rolledBack === true)
        return 'restore-rolled-back';
    return begun ? 'restore-differs' : 'backup-broken';
}
function restore_end_failed(reason, message) {
    return { verdict: 'fail', reason, message };
}

;// CONCATENATED MODULE: ./packages/backup/lib/restore/target-name.js
function targetName({ host, user, database }) {
    const ref = /\.pooler\.supabase\.com$/.test(host) ? /\.([a-z0-9]{20})$/.exec(user)?.[1] : undefined;
    return `${ref === undefined ? host : `db.${ref}.supabase.co`}/${database}`;
}

;// CONCATENATED MODULE: ./actions/backup/lib/restore.js









async function restore(values, shell) {
    const { clock, log, signal } = shell;
    const { target, identities, place } = await readTogether({
        target: () => (0,database_url/* readDatabaseUrl */.Bq)(values['target-database-url'].reveal()),
        identities: () => identitiesOf(values),
        place: () => placeOf(values, shell),
    });
    const chosen = await chosenBackup(place, values.backup, signal);
    if (chosen === undefined)
        return noBackupEnd(values.backup, place.name);
    const backup = `${chosen.tier}/${chosen.id}`;
    const name = targetName(target);
    if (values['dry-run']) {
        const what = values.tables.length === 0 ? backup : `${(0,lists/* nameSome */.Kf)(values.tables, 5)} of ${backup}`;
        return { verdict: 'pass', reason: 'dry-run', message: `would restore ${what} into ${name}` };
    }
    if (values['confirm-target'] !== name)
        return notConfirmedEnd(name, backup);
    const { parallel } = values;
    const options = { place, prefix: chosen.prefix, identities, target, parallel, clock, log, signal };
    if (values.tables.length > 0)
        return tablesOutcome(await restoreTables(options, values.tables), backup);
    const outcome = wholeOutcome(await restoreWhole(options), { values, shell, backup });
    const directory = values['files-directory'];
    if (directory === '' || outcome.verdict !== 'pass')
        return outcome;
    return writtenFiles(outcome, options, (0,external_node_path_.resolve)(shell.env.workspace, directory));
}
async function writtenFiles(outcome, { place, prefix, identities, signal }, directory) {
    const read = await (0,read_manifest/* readManifest */.WI)(place, prefix, { signal });
    if (read.kind !== 'read' || read.manifest.files?.mode !== 'copy')
        return { ...outcome, message: `${outcome.message}; it has no files of Storage` };
    const from = { target: place, prefix, identities };
    const { written, left } = await (0,lazily/* writeBackupFiles */.he)({ from, manifest: read.manifest, signal }, directory);
    const message = `${outcome.message}; ${(0,lists/* count */.U9)(written, 'file')} in ${directory}, ${left} not contained`;
    return { ...outcome, message, outputs: { ...outcome.outputs, files: written } };
}
function tablesOutcome(restored, backup) {
    const end = tablesEnd(restored, backup);
    if (restored.kind !== 'restored')
        return end;
    const rows = restored.tables.reduce((sum, table) => sum + table.rows, 0);
    return { ...end, outputs: { rows, tables: restored.tables.length } };
}
function wholeOutcome(restored, { values, shell, backup }) {
    if (restored.kind !== 'restored')
        return wholeRefusedEnd(restored);
    const { checks, notVerified, begun, rows, restoreMs, dataAgeMs } = restored;
    const run = shell.env.runId === 0 ? null : shell.env.runUrl;
    const facts = { subject: backup, nowMs: shell.clock.now(), run, tool: toolOf(), checks, notVerified };
    const { outputs, message, passes, verdict } = reportChecks(shell, facts, values);
    const left = begun || verdict === 'pass' ? '' : '; nothing was restored';
    return {
        verdict,
        reason: wholeReason(verdict, restored),
        ...(passes === undefined ? {} : { passes }),
        message: `${backup}: ${message}${left}`,
        outputs: {
            ...outputs,
            rows,
            'restore-seconds': (restoreMs / 1_000).toFixed(1),
            'data-age-seconds': dataAgeMs === undefined ? '' : Math.round(dataAgeMs / 1_000),
        },
    };
}

// EXTERNAL MODULE: ./packages/backup/lib/files/generation.js
var generation = __nccwpck_require__(630033);
;// CONCATENATED MODULE: ./packages/backup/lib/status/runs.js
const LATE = 1.5;
function gapsOf(takenMs, nowMs, { everyMs, runs }) {
    const times = [...takenMs].filter((at) => at <= nowMs).sort((a, b) => a - b);
    const first = times[0] ?? nowMs;
    const since = Math.max(first, nowMs - runs * everyMs);
    const within = times.filter((at) => at > since);
    const points = [since, ...within, nowMs];
    const gaps = [];
    let missing = 0;
    for (const [at, toMs] of points.entries()) {
        const fromMs = points[at - 1];
        if (fromMs === undefined || toMs - fromMs <= LATE * everyMs)
            continue;
        gaps.push({ fromMs, toMs });
        missing += Math.max(1, Math.round((toMs - fromMs) / everyMs) - 1);
    }
    const expected = Math.max(1, Math.min(runs, Math.round((nowMs - since) / everyMs) + (since === first ? 1 : 0)));
    return { expected, missing: Math.min(missing, expected), gaps };
}

;// CONCATENATED MODULE: ./packages/backup/lib/status/status.js





const status_DAY_MS = 86_400_000;
const TIER_MS = {
    daily: 1.5 * status_DAY_MS,
    weekly: 7.5 * status_DAY_MS,
    monthly: 31.5 * status_DAY_MS,
    yearly: 366.5 * status_DAY_MS,
};
function judgeStatus(facts, policy) {
    const newest = newestOf(facts.backups);
    const checks = [newestCheck(facts, policy, newest)];
    if (newest === undefined)
        return checks;
    checks.push(runsCheck(facts, policy));
    for (const tier of manifest_manifest/* TIERS */.iB)
        if (policy.tiers.includes(tier))
            checks.push(tierCheck(facts, tier));
    if (policy.lockedForMs !== undefined)
        checks.push(lockCheck(facts, policy.lockedForMs, newest));
    if (policy.maxDrillAgeMs !== undefined && facts.drills !== undefined)
        checks.push(drillCheck(facts.drills, policy.maxDrillAgeMs, facts));
    return checks;
}
function newestCheck(facts, { maxAgeMs }, newest) {
    const check = { id: 'newest-backup', title: 'The newest backup is young enough', what: facts.place };
    const expected = `one of the last ${(0,lib_duration/* formatDuration */.a)(maxAgeMs)}`;
    if (newest === undefined) {
        const unfinished = facts.backups.length;
        const measured = unfinished === 0 ? 'no backup' : `no backup; ${unfinished} that were never finished`;
        const remedy = 'run create, and check that both use the same store';
        return { ...check, verdict: 'fail', reason: 'no-backup', measured, expected, remedy };
    }
    const age = facts.nowMs - newest.takenAtMs;
    const measured = `${newest.tier}/${newest.id}, ${ageWords(age)} old, ${newest.bytes} bytes`;
    if (age <= maxAgeMs)
        return { ...check, verdict: 'pass', reason: 'young-enough', measured, expected, remedy: '' };
    const remedy = 'look at the runs that should have made a newer one';
    return { ...check, verdict: 'fail', reason: 'too-old', measured, expected, remedy };
}
function runsCheck({ backups, place, nowMs }, policy) {
    const taken = backups.filter(({ isWhole }) => isWhole).map(({ takenAtMs }) => takenAtMs);
    const { expected, missing, gaps } = gapsOf(taken, nowMs, policy);
    const whole = missing === 0;
    const where = gaps.map(({ fromMs, toMs }) => `${new Date(fromMs).toISOString()} to ${new Date(toMs).toISOString()}`);
    return {
        id: 'expected-runs',
        title: 'No backup is missing between the others',
        verdict: whole ? 'pass' : 'fail',
        reason: whole ? 'no-gap' : 'gap',
        what: place,
        measured: `${expected - missing} of ${expected} expected runs${whole ? '' : `; none in ${where.join(', ')}`}`,
        expected: `one every ${(0,lib_duration/* formatDuration */.a)(policy.everyMs)}`,
        remedy: whole ? '' : 'look at the runs of that time: a schedule may be late or off',
    };
}
function tierCheck({ backups, place, nowMs }, tier) {
    const longer = manifest_manifest/* TIERS */.iB.slice(manifest_manifest/* TIERS */.iB.indexOf(tier));
    const found = backups.find((one) => one.isWhole && longer.includes(one.tier));
    const age = found === undefined ? undefined : nowMs - found.takenAtMs;
    const isThere = age !== undefined && age <= TIER_MS[tier];
    return {
        id: `tier-${tier}`,
        title: `There is a ${tier} backup`,
        verdict: isThere ? 'pass' : 'fail',
        reason: isThere ? 'tier-kept' : 'tier-missing',
        what: place,
        measured: age === undefined ? 'none' : `${found?.tier}/${found?.id}, ${ageWords(age)} old`,
        expected: `one of the last ${ageWords(TIER_MS[tier])}, kept as ${longer.join(' or ')}`,
        remedy: isThere ? '' : 'leave the tier to auto, or look why it was not made',
    };
}
function lockCheck({ protection, nowMs }, lockedForMs, newest) {
    const until = newest.lockedUntilMs;
    const isLocked = until !== undefined && until - newest.takenAtMs >= lockedForMs && until > nowMs;
    const check = { id: 'immutable', title: 'The newest backup cannot be changed or deleted', what: newest.id };
    const expected = `locked by the place for ${ageWords(lockedForMs)}`;
    if (isLocked) {
        const measured = `locked until ${new Date(until).toISOString()}`;
        return { ...check, verdict: 'pass', reason: 'immutable', measured, expected, remedy: '' };
    }
    const remedy = 'switch on Object Lock with a default retention on the bucket';
    if (until === undefined && protection === undefined)
        return {
            ...check,
            verdict: 'unknown',
            reason: 'lock-unknown',
            measured: 'the place does not say',
            expected,
            remedy,
        };
    const lock = protection?.defaultLock;
    if (until === undefined && lock !== undefined)
        return {
            ...check,
            verdict: 'unknown',
            reason: 'lock-unknown',
            measured: `the bucket has a default lock of ${lock.days} days (${lock.mode}), and its objects do not say theirs`,
            expected,
            remedy: 'give the key the right s3:GetObjectRetention; objects from before the default lock have none',
        };
    const measured = until === undefined
        ? 'no lock, and the bucket has no default one'
        : `locked until ${new Date(until).toISOString()}`;
    return { ...check, verdict: 'fail', reason: 'not-immutable', measured, expected, remedy };
}
function drillCheck(drills, maxAgeMs, { place, nowMs }) {
    const [newest] = drills;
    const passed = drills.find(({ verdict }) => verdict === 'pass');
    const age = passed === undefined ? undefined : nowMs - Date.parse(passed.at);
    const check = {
        id: 'last-drill',
        title: 'A backup was restored and compared lately',
        what: place,
        expected: `one of the last ${ageWords(maxAgeMs)} that passed, and none after it that did not`,
    };
    const last = age === undefined ? 'no drill that passed' : `${passed?.backup}, ${ageWords(age)} ago`;
    const isRecent = age !== undefined && age <= maxAgeMs;
    if (newest !== undefined && newest.verdict !== 'pass') {
        const isFailed = newest.verdict === 'fail';
        return {
            ...check,
            verdict: isFailed || !isRecent ? 'fail' : 'unknown',
            reason: isFailed ? 'drill-failed' : 'drill-unknown',
            measured: `${last}; the latest one, of ${newest.backup}, ${isFailed ? 'failed' : 'ended as unknown'}`,
            remedy: 'read the report of the latest drill, fix what it names, and run drill again',
        };
    }
    if (isRecent)
        return { ...check, verdict: 'pass', reason: 'drilled', measured: last, remedy: '' };
    const remedy = 'run drill: a backup that was never restored is a hope';
    return { ...check, verdict: 'fail', reason: 'not-drilled', measured: last, remedy };
}

;// CONCATENATED MODULE: ./packages/backup/lib/targets/s3/lifecycle.js
const UNFINISHED_DAYS = 7;
const REPLACED_DAYS = 30;
function lifecycleRules(prefix, tiers) {
    const below = (name) => (prefix === '' ? `${name}/` : `${prefix}/${name}/`);
    return {
        Rules: [
            ...tiers.map(({ days, name }) => ({
                ID: `lockstep-${name.replace('/', '-')}`,
                Status: 'Enabled',
                Filter: { Prefix: below(name) },
                Expiration: { Days: days },
                NoncurrentVersionExpiration: { NoncurrentDays: REPLACED_DAYS },
            })),
            {
                ID: 'lockstep-unfinished',
                Status: 'Enabled',
                Filter: { Prefix: prefix === '' ? '' : `${prefix}/` },
                AbortIncompleteMultipartUpload: { DaysAfterInitiation: UNFINISHED_DAYS },
            },
        ],
    };
}
function tierProblems(tiers, expiry) {
    return tiers.flatMap(({ days, name }) => {
        const rules = expiry.filter(({ prefix }) => `${name}/`.startsWith(prefix) || prefix.startsWith(`${name}/`));
        const whole = rules.filter(({ prefix }) => `${name}/`.startsWith(prefix));
        const first = rules.length === 0 ? undefined : Math.min(...rules.map((rule) => rule.days));
        const of = { tier: name, wants: days, has: first };
        if (first !== undefined && first < days)
            return [{ ...of, kind: 'deleted-too-early' }];
        if (whole.length === 0)
            return [{ ...of, has: undefined, kind: 'never-deleted' }];
        const has = Math.min(...whole.map((rule) => rule.days));
        return has > days ? [{ ...of, has, kind: 'kept-too-long' }] : [];
    });
}

;// CONCATENATED MODULE: ./packages/backup/lib/status/lifecycle.js


const WORDS = {
    'deleted-too-early': 'deleted after',
    'kept-too-long': 'deleted only after',
    'never-deleted': 'never deleted',
};
function judgeLifecycle(place, kept, protection) {
    const problems = protection === undefined ? [] : tierProblems(kept, protection.expiry);
    return kept.map(({ days, name }) => {
        const check = {
            id: `lifecycle-${name.replace('/', '-')}`,
            title: `The store keeps ${lifecycle_words(name)} for as long as it should`,
            what: place,
            expected: `deleted after ${(0,lists/* count */.U9)(days, 'day')}`,
        };
        const remedy = 'set the lifecycle rules of the bucket to those that are shown';
        if (protection === undefined)
            return {
                ...check,
                verdict: 'unknown',
                reason: 'lifecycle-unknown',
                measured: 'the store does not say',
                remedy: place.startsWith('s3://')
                    ? 'let the key read the lifecycle of the bucket, or look at the rules of the store yourself'
                    : 'delete old backups there by a rule of your own, or keep the backups in a bucket with lifecycle rules',
            };
        const problem = problems.find(({ tier }) => tier === name);
        if (problem === undefined)
            return { ...check, verdict: 'pass', reason: 'lifecycle-as-promised', measured: check.expected, remedy: '' };
        const { has, kind } = problem;
        const measured = has === undefined ? WORDS[kind] : `${WORDS[kind]} ${(0,lists/* count */.U9)(has, 'day')}`;
        return { ...check, verdict: 'fail', reason: kind, measured, remedy };
    });
}
function lifecycle_words(name) {
    const tier = name.replace('files/', '');
    return tier === name ? `${name} backups` : `files of ${tier} backups`;
}

;// CONCATENATED MODULE: ./packages/backup/lib/policy/retention.js




const retention_DAY_MS = 86_400_000;
const LATE_MS = 2 * retention_DAY_MS;
const NAMED = 5;
function judgeRetention(facts, policy) {
    const { legalHolds, retention } = policy;
    const limits = Object.keys(retention).length === 0 ? [] : manifest_manifest/* TIERS */.iB.flatMap((tier) => limitCheck(facts, tier, policy));
    return [...limits, ...legalHolds.map((hold) => holdCheck(facts, hold))];
}
function limitCheck({ backups, place, nowMs }, tier, policy) {
    const limit = policy.retention[tier];
    const kept = backups.filter((one) => one.tier === tier);
    const check = {
        id: `retention-${tier}`,
        title: `No ${tier} backup is kept longer than it may be`,
        what: place,
    };
    if (limit === undefined) {
        if (kept.length === 0)
            return [];
        return [
            {
                ...check,
                verdict: 'fail',
                reason: 'no-limit',
                measured: `${(0,lists/* count */.U9)(kept.length, 'backup')}, and the policy has no limit for them`,
                expected: 'a limit for each tier that is used',
                remedy: `add ${tier} to retention in the policy file`,
            },
        ];
    }
    const held = new Set(policy.legalHolds.filter((hold) => !isOver(hold, nowMs)).map(({ backup }) => backup));
    const past = kept.filter(({ id, takenAtMs }) => nowMs - takenAtMs > limit + LATE_MS && !held.has(id));
    const expected = `none older than ${ageWords(limit)} but those under a legal hold`;
    if (past.length === 0) {
        const measured = `${(0,lists/* count */.U9)(kept.length, 'backup')}, none of them past its limit`;
        return [{ ...check, verdict: 'pass', reason: 'within-limit', measured, expected, remedy: '' }];
    }
    const oldest = Math.min(...past.map(({ takenAtMs }) => takenAtMs));
    const named = past.slice(0, NAMED).map(({ id }) => id);
    const more = past.length > NAMED ? ` and ${past.length - NAMED} more` : '';
    return [
        {
            ...check,
            verdict: 'fail',
            reason: 'past-limit',
            measured: `${(0,lists/* count */.U9)(past.length, 'backup')} past it: ${named.join(', ')}${more}; the oldest is ${ageWords(nowMs - oldest)} old`,
            expected,
            remedy: 'let the lifecycle of the bucket delete them, or write a legal hold into the policy file',
        },
    ];
}
function holdCheck(facts, hold) {
    const { nowMs, protection } = facts;
    const { backup: id, until } = hold;
    const check = {
        id: 'legal-hold',
        title: 'A backup under a legal hold is there, and cannot be deleted before its end',
        what: id,
        expected: `kept until ${until}`,
    };
    if (isOver(hold, nowMs)) {
        const remedy = 'remove it from the policy file, and lift the legal hold of the store';
        return { ...check, verdict: 'pass', reason: 'hold-ended', measured: `it ended on ${until}`, remedy };
    }
    const backup = facts.backups.find((one) => one.id === id && one.isWhole);
    if (backup === undefined) {
        const remedy = 'find out who deleted it; in a bucket that keeps versions it may be behind a delete marker: `aws s3api list-object-versions`';
        return { ...check, verdict: 'fail', reason: 'held-backup-gone', measured: 'no such backup is there', remedy };
    }
    const untilMs = lastMomentOf(until) ?? 0;
    const days = daysUntilDeleted(backup, protection);
    const hides = days === undefined ? '' : `; a lifecycle rule hides it ${(0,lists/* count */.U9)(days, 'day')} after it was made`;
    if (backup.legalHold || (backup.lockedUntilMs ?? 0) >= untilMs) {
        const by = backup.legalHold ? 'a legal hold' : `a lock until ${new Date(backup.lockedUntilMs ?? 0).toISOString()}`;
        const isHidden = days !== undefined && backup.takenAtMs + days * retention_DAY_MS < untilMs;
        const measured = `the store has ${by} on it${isHidden ? hides : ''}`;
        return { ...check, verdict: 'pass', reason: 'held', measured, remedy: '' };
    }
    const remedy = 'put a legal hold on each of its objects: `aws s3api put-object-legal-hold --legal-hold Status=ON`, with a key that may; or keep a copy elsewhere';
    if (protection === undefined) {
        const measured = 'it is there, and the store does not say what may delete it';
        return { ...check, verdict: 'unknown', reason: 'hold-unknown', measured, remedy };
    }
    if (days !== undefined && backup.takenAtMs + days * retention_DAY_MS < untilMs) {
        const measured = `a lifecycle rule deletes it ${(0,lists/* count */.U9)(days, 'day')} after it was made, and nothing holds it`;
        return { ...check, verdict: 'fail', reason: 'hold-would-be-deleted', measured, remedy };
    }
    const measured = 'it is there, and nothing keeps it from being deleted';
    return { ...check, verdict: 'fail', reason: 'hold-not-enforced', measured, remedy };
}
function isOver({ until }, nowMs) {
    return nowMs >= (lastMomentOf(until) ?? 0);
}
function daysUntilDeleted({ prefix }, protection) {
    const rules = protection?.expiry.filter((rule) => prefix.startsWith(rule.prefix)) ?? [];
    return rules.length === 0 ? undefined : Math.min(...rules.map(({ days }) => days));
}

;// CONCATENATED MODULE: ./packages/base/lib/since-day.js
const EAST_MS = 14 * 3_600_000;
function sinceDay(dayMs, nowMs) {
    const ageMs = nowMs - dayMs;
    return ageMs < -EAST_MS ? undefined : Math.max(0, ageMs);
}

;// CONCATENATED MODULE: ./packages/backup/lib/runbook/judge.js




const FEWEST = 2;
const SLOWER = { times: 1.5, ms: 60_000 };
const REWRITE = 'run `lockstep backup runbook` and commit what it writes';
function judgeRunbook(reality) {
    const { document, drills, recovery, runbook } = reality;
    const mark = document === undefined ? undefined : runbookMark(document);
    const passed = drills.find(({ verdict }) => verdict === 'pass');
    const check = (id, title, expected, finding) => ({
        ...{ id: `runbook-${id}`, title, what: runbook.document, expected },
        ...finding,
    });
    const promised = recovery.maxDataAgeMs !== undefined || recovery.maxRestoreMs !== undefined;
    return [
        check('document', 'The runbook is written from its settings', 'the settings of today', documentOf(reality, mark)),
        check('people', 'More than one person may restore', `at least ${FEWEST} people`, peopleOf(runbook)),
        check('review', 'The runbook was reviewed', `one of the last ${ageWords(runbook.reviewEveryMs)}`, reviewOf(reality)),
        check('store', 'The runbook names the store that is used', reality.place, storeOf(reality)),
        check('schedule', 'Backups are made as the runbook says', (0,lib_duration/* formatDuration */.a)(runbook.everyMs), scheduleOf(reality)),
        check('times', 'The times of the runbook are those of the last drill', 'what was measured', timesOf(mark, passed)),
        ...(promised
            ? [check('promise', 'The last drill was as good as promised', promiseOf(recovery), keptOf(recovery, passed))]
            : []),
    ];
}
function good(reason, measured) {
    return { verdict: 'pass', reason, measured, remedy: '' };
}
function bad(reason, measured, remedy) {
    return { verdict: 'fail', reason, measured, remedy };
}
function documentOf({ document, recovery, runbook }, mark) {
    if (document === undefined)
        return bad('runbook-missing', 'there is no such file', REWRITE);
    if (mark === undefined)
        return bad('runbook-not-generated', 'its last line is not that of the generator', REWRITE);
    if (mark.settings === runbookDigest(runbook, recovery))
        return good('runbook-current', 'written from these settings');
    return bad('runbook-outdated', 'the settings have changed since it was written', REWRITE);
}
function peopleOf({ restorers }) {
    const people = peopleIn(restorers);
    if (people >= FEWEST)
        return good('enough-people', `${people} people`);
    return bad('too-few-people', `${people}`, 'name another person in `restorers` who has the key and has tried it');
}
function reviewOf({ nowMs, runbook }) {
    const ageMs = sinceDay(Date.parse(runbook.reviewed), nowMs);
    if (ageMs === undefined)
        return bad('review-in-future', runbook.reviewed, 'write the day of the last review');
    if (ageMs <= runbook.reviewEveryMs)
        return good('reviewed', runbook.reviewed);
    return bad('review-overdue', `${runbook.reviewed}, ${ageWords(ageMs)} ago`, 'read it, correct it, set `reviewed`');
}
function storeOf({ place, runbook }) {
    const bare = (text) => text.replace(/\/+$/, '');
    if (bare(place) === bare(runbook.store))
        return good('same-store', runbook.store);
    return bad('other-store', runbook.store, 'correct `store`: in an emergency people would look in the wrong place');
}
function scheduleOf({ everyMs, runbook }) {
    if (everyMs === runbook.everyMs)
        return good('same-schedule', (0,lib_duration/* formatDuration */.a)(everyMs));
    return bad('other-schedule', `expected every ${(0,lib_duration/* formatDuration */.a)(everyMs)}`, 'correct `every` of the runbook or the check');
}
function timesOf(mark, passed) {
    if (passed === undefined || passed.restoreMs === null)
        return notMeasured();
    const took = `restored in ${(0,lib_duration/* formatDuration */.a)(passed.restoreMs)} on ${passed.at.slice(0, 10)}`;
    const said = mark?.drill?.restoreMs ?? undefined;
    if (said === undefined)
        return bad('no-times', `${took}; the runbook has no time`, REWRITE);
    const words = `${took}; the runbook says ${(0,lib_duration/* formatDuration */.a)(said)}`;
    const isSlower = passed.restoreMs > said * SLOWER.times && passed.restoreMs - said > SLOWER.ms;
    return isSlower ? bad('slower-than-written', words, REWRITE) : good('times-hold', words);
}
function promiseOf({ maxDataAgeMs, maxRestoreMs }) {
    const parts = [
        ...(maxRestoreMs === undefined ? [] : [`restored in ${(0,lib_duration/* formatDuration */.a)(maxRestoreMs)}`]),
        ...(maxDataAgeMs === undefined ? [] : [`data of the last ${(0,lib_duration/* formatDuration */.a)(maxDataAgeMs)}`]),
    ];
    return parts.join(', ');
}
function keptOf({ maxDataAgeMs, maxRestoreMs }, passed) {
    if (passed === undefined)
        return notMeasured();
    const { dataAgeMs, restoreMs } = passed;
    const isUnknown = (maxDataAgeMs !== undefined && dataAgeMs === null) || (maxRestoreMs !== undefined && restoreMs === null);
    if (isUnknown)
        return notMeasured();
    const measured = promiseOf({ maxDataAgeMs: dataAgeMs ?? undefined, maxRestoreMs: restoreMs ?? undefined });
    const isKept = (dataAgeMs ?? 0) <= (maxDataAgeMs ?? Infinity) && (restoreMs ?? 0) <= (maxRestoreMs ?? Infinity);
    if (isKept)
        return good('promise-kept', measured);
    return bad('promise-not-kept', measured, 'back up more often, restore more tables at a time, or promise less');
}
function notMeasured() {
    return { verdict: 'unknown', reason: 'not-measured', measured: 'no drill that passed', remedy: 'run drill' };
}

;// CONCATENATED MODULE: ./packages/backup/lib/status/read-locks.js

const AT_ONCE = 8;
async function readLocks(place, backup, options) {
    const keys = [];
    for await (const { key } of place.list(backup.prefix, options))
        keys.push(key);
    const heads = [];
    const workers = Array.from({ length: AT_ONCE }, (_, nth) => nth);
    await (0,pool/* inParallel */.H)(workers, keys, async (_, key) => {
        heads.push(await place.head(key, options));
    }, () => undefined);
    const locks = heads.map((head) => head?.lockedUntilMs);
    const isLocked = locks.length > 0 && locks.every((lock) => lock !== undefined);
    return {
        ...backup,
        lockedUntilMs: isLocked ? locks.reduce((first, lock) => Math.min(first, lock ?? 0), Infinity) : undefined,
        legalHold: heads.length > 0 && heads.every((head) => head?.legalHold === true),
    };
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/backup/look-at-backups.js

function tiersOf(policy) {
    return manifest_manifest/* TIERS */.iB.flatMap((name) => {
        const ms = policy?.retention[name];
        return ms === undefined ? [] : [{ name, days: ms / look_at_backups_DAY_MS }];
    });
}
const look_at_backups_DAY_MS = 86_400_000;
async function lookAtBackups(place, looks, { now, signal }) {
    const { everyMs, lockedForMs, maxAgeMs, maxDrillAgeMs, policy, runs, tiers } = looks;
    const keep = (await hasFiles(place, signal)) ? [...looks.keep, ...(0,generation/* keptFiles */.y2)(looks.keep)] : looks.keep;
    const listed = await listBackups(place, { signal });
    const asksDrills = maxDrillAgeMs !== undefined || policy?.runbook !== undefined;
    const drills = asksDrills ? await listDrills(place, { signal }) : undefined;
    const held = new Set(policy?.legalHolds.map(({ backup }) => backup));
    const newestId = lockedForMs === undefined ? undefined : newestOf(listed)?.id;
    const backups = await withLocks(place, listed, ({ id }) => id === newestId || held.has(id), signal);
    const asks = lockedForMs !== undefined || keep.length > 0 || held.size > 0;
    const protection = asks ? await place.protection?.({ signal }) : undefined;
    const nowMs = now();
    const facts = { place: place.name, backups, protection, nowMs };
    const checks = [
        ...judgeStatus({ ...facts, drills }, { everyMs, runs, maxAgeMs, maxDrillAgeMs, tiers, lockedForMs }),
        ...judgeLifecycle(place.name, keep, protection),
        ...(policy === undefined ? [] : judgeRetention(facts, policy)),
        ...runbookChecks(looks, drills ?? [], nowMs),
    ];
    return { checks, newest: newestOf(backups), rules: rulesFor(looks.to, keep), nowMs };
}
function rulesFor(to, keep) {
    const prefix = /^s3:\/\/[^/]+(?:\/(.*?)\/?)?$/.exec(to);
    if (keep.length === 0 || prefix === null)
        return undefined;
    return JSON.stringify(lifecycleRules(prefix[1] ?? '', keep), null, 2);
}
function runbookChecks({ document, everyMs, policy, to }, drills, nowMs) {
    const runbook = policy?.runbook;
    if (policy === undefined || runbook === undefined)
        return [];
    return judgeRunbook({ runbook, recovery: policy.recovery, document, place: to, everyMs, drills, nowMs });
}
function withLocks(place, backups, isJudged, signal) {
    return Promise.all(backups.map((one) => (isJudged(one) ? readLocks(place, one, { signal }) : one)));
}
async function hasFiles(place, signal) {
    for await (const _object of place.list('files/', { signal }))
        return true;
    return false;
}

// EXTERNAL MODULE: ./packages/base/lib/retry.js
var retry = __nccwpck_require__(1027241);
// EXTERNAL MODULE: ./packages/base/lib/deadline.js
var deadline = __nccwpck_require__(106301);
;// CONCATENATED MODULE: ./packages/base/lib/service-api.js



function serviceUrl(apiUrl, path) {
    return new URL(`${apiUrl.href.replace(/\/$/, '')}${path}`);
}
const SLOWEST_BYTES_PER_MS = 125;
async function askService(service, access, { body, headers, method, url }) {
    const { clock, log, signal } = access;
    const what = `${service}: ${method} ${url.pathname}`;
    const started = clock.now();
    const exchange = async (inner) => {
        const response = await access.fetch(url, {
            method,
            redirect: 'manual',
            signal: inner,
            headers: {
                authorization: `Bearer ${access.token.reveal()}`,
                accept: 'application/json',
                'user-agent': 'lockstep',
                ...headers,
            },
            ...(body === undefined ? {} : { body }),
        });
        const text = await response.text();
        return { status: response.status, header: (name) => response.headers.get(name), text, body: jsonIn(text) };
    };
    const limitMs = access.requestTimeoutMs + (body?.length ?? 0) / SLOWEST_BYTES_PER_MS;
    try {
        const answer = await (0,deadline/* withDeadline */.N)(what, limitMs, exchange, { clock, signal });
        log.debug(`${what}: ${answer.status} in ${clock.now() - started} ms`);
        return answer;
    }
    catch (cause) {
        if (signal.aborted)
            throw (0,lib_clock/* cancellation */.WN)(signal);
        log.debug(`${what}: no answer after ${clock.now() - started} ms`);
        throw new errors/* RemoteError */.Hi(`${what}: no answer`, { service, retryable: true, cause });
    }
}
function jsonIn(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./packages/supabase/lib/failure.js

function failureOf(what, answer, nowMs) {
    const { header, status } = answer;
    const requestId = header('x-request-id') ?? header('cf-ray') ?? header('x-gotrue-id');
    const retryAfterMs = retryAfterOf(answer, nowMs);
    const hint = hintFor(status);
    return new errors/* RemoteError */.Hi(`Supabase: ${what}: ${wordsOf(answer)}`, {
        service: 'Supabase',
        status,
        retryable: status === 408 || status === 429 || status >= 500,
        ...(requestId === null ? {} : { requestId }),
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
        ...(hint === undefined ? {} : { hint }),
    });
}
function notJson(what, { status }) {
    return new errors/* RemoteError */.Hi(`Supabase: ${what}: the answer is not JSON`, {
        service: 'Supabase',
        status,
        retryable: true,
        hint: 'check supabase-api-url and any proxy in between',
    });
}
function retryAfterOf({ header, status }, nowMs) {
    const asked = (0,retry/* parseRetryAfter */.mu)(header('retry-after'), nowMs);
    if (asked !== undefined || status !== 429)
        return asked;
    const seconds = Number(header('x-ratelimit-reset') ?? '');
    return seconds > 0 ? seconds * 1_000 : undefined;
}
function wordsOf({ body, status }) {
    const message = typeof body === 'object' && body !== null ? body.message : undefined;
    if (typeof message === 'string' && message !== '')
        return message;
    if (Array.isArray(message))
        return message.join('; ');
    if (status >= 300 && status < 400)
        return 'a redirect, which is not followed since it could carry the token away';
    return status >= 500 ? 'Supabase returned a server error' : 'refused';
}
function hintFor(status) {
    if (status >= 300 && status < 400)
        return 'check supabase-api-url';
    if (status === 401)
        return 'supabase-token is not accepted: create a new one and store it as a secret';
    if (status === 402)
        return 'the plan of the organization does not have it';
    if (status === 403)
        return 'the token must reach the project and have the permission that the call needs';
    if (status === 404)
        return 'check supabase-project: a project of another organization answers 404 too';
    if (status === 429)
        return 'Supabase allows 120 requests per minute and account';
    return undefined;
}

;// CONCATENATED MODULE: ./packages/supabase/lib/openapi.generated.js
const PATHS = {
    'v1-create-restore-point': '/v1/projects/{ref}/database/backups/restore-point',
    'v1-get-a-function': '/v1/projects/{ref}/functions/{function_slug}',
    'v1-get-an-organization': '/v1/organizations/{slug}',
    'v1-get-auth-service-config': '/v1/projects/{ref}/config/auth',
    'v1-get-backup-schedule': '/v1/projects/{ref}/database/backups/schedule',
    'v1-get-network-restrictions': '/v1/projects/{ref}/network-restrictions',
    'v1-get-postgrest-service-config': '/v1/projects/{ref}/postgrest',
    'v1-get-project': '/v1/projects/{ref}',
    'v1-get-project-legacy-api-keys': '/v1/projects/{ref}/api-keys/legacy',
    'v1-get-restore-point': '/v1/projects/{ref}/database/backups/restore-point',
    'v1-get-security-advisors': '/v1/projects/{ref}/advisors/security',
    'v1-get-services-health': '/v1/projects/{ref}/health',
    'v1-get-ssl-enforcement-config': '/v1/projects/{ref}/ssl-enforcement',
    'v1-list-all-backups': '/v1/projects/{ref}/database/backups',
    'v1-list-all-buckets': '/v1/projects/{ref}/storage/buckets',
    'v1-list-all-functions': '/v1/projects/{ref}/functions',
    'v1-list-organization-members': '/v1/organizations/{slug}/members',
    'v1-list-project-addons': '/v1/projects/{ref}/billing/addons',
};

;// CONCATENATED MODULE: ./packages/supabase/lib/ref.js

const REF = /^[a-z]{20}$/;
function assertRef(ref) {
    if (!REF.test(ref))
        throw new errors/* InputError */.dz(`supabase-project: "${ref}" is not a project reference; expected the 20 lower-case letters of https://REF.supabase.co`);
}

;// CONCATENATED MODULE: ./packages/supabase/lib/client.js




const SUPABASE_API = 'https://api.supabase.com';
const POLICY = { ...retry/* defaultRetry */.iU, budgetMs: 90_000 };
function createSupabaseClient(options) {
    const { clock, log, random, signal } = options;
    return {
        clock,
        signal,
        read: (operation, ref, ...[query]) => (0,retry/* retry */.L5)(async () => {
            const url = client_addressOf(options.apiUrl, operation, ref, query);
            const answer = await askService('Supabase', options, { method: 'GET', url });
            const what = `GET ${url.pathname}`;
            if (answer.status !== 200)
                throw failureOf(what, answer, clock.now());
            if (answer.body === undefined)
                throw notJson(what, answer);
            return answer.body;
        }, options.retry ?? POLICY, {
            clock,
            signal,
            ...(random === undefined ? {} : { random }),
            onRetry: (error, attempt, delayMs) => log.debug(`${(0,errors/* describeTry */.z3)(error)}: try ${attempt} again in ${Math.round(delayMs)} ms`),
        }),
        async change(operation, ref, body) {
            const url = client_addressOf(options.apiUrl, operation, ref);
            const what = `POST ${url.pathname}`;
            let answer;
            try {
                answer = await askService('Supabase', options, { method: 'POST', url, ...jsonBody(body) });
            }
            catch (error) {
                if (error instanceof errors/* RemoteError */.Hi)
                    return { kind: 'lost', error };
                throw error;
            }
            const { status } = answer;
            if (status >= 200 && status < 300) {
                if (answer.body === undefined)
                    return { kind: 'lost', error: notJson(what, answer) };
                return { kind: 'accepted', data: answer.body };
            }
            const error = failureOf(what, answer, clock.now());
            return status < 500 && status !== 408 ? { kind: 'refused', error } : { kind: 'lost', error };
        },
    };
}
function client_addressOf(apiUrl, operation, ref, query = {}) {
    assertRef(ref);
    const { path, rest } = inPath(PATHS[operation].replace('{ref}', ref), query);
    const url = serviceUrl(apiUrl, path);
    for (const [name, value] of rest)
        for (const one of Array.isArray(value) ? value : [value])
            if (one !== undefined)
                url.searchParams.append(name, String(one));
    return url;
}
function inPath(path, query) {
    const rest = [];
    let filled = path;
    for (const [name, value] of Object.entries(query)) {
        const place = `{${name}}`;
        if (filled.includes(place))
            filled = filled.replace(place, () => encodeURIComponent(String(value)));
        else
            rest.push([name, value]);
    }
    return { path: filled, rest };
}
function jsonBody(body) {
    if (body === undefined)
        return {};
    return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/supabase.js

function supabaseClient(values, shell) {
    return createSupabaseClient({
        token: values['supabase-token'],
        apiUrl: values['supabase-api-url'] ?? new URL(SUPABASE_API),
        clock: shell.clock,
        log: shell.log,
        signal: shell.signal,
        fetch,
        requestTimeoutMs: values['request-timeout'],
    });
}

;// CONCATENATED MODULE: ./packages/supabase/lib/unsure.js

function unsure_textOf(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}
function numberOf(value) {
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
function booleanOf(value) {
    return typeof value === 'boolean' ? value : undefined;
}
function unsure_listOf(value) {
    return Array.isArray(value) ? value : undefined;
}
function timeOf(value) {
    const text = unsure_textOf(value);
    if (text === undefined)
        return undefined;
    const time = Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`);
    return Number.isNaN(time) ? undefined : time;
}
function unsure_needed(found, member, of) {
    if (found !== undefined)
        return found;
    throw new errors/* RemoteError */.Hi(`Supabase's answer for ${of} has no "${member}" that can be read`, {
        service: 'Supabase',
        retryable: false,
        hint: 'the Management API may have changed: look for a newer version of this action',
    });
}

;// CONCATENATED MODULE: ./packages/supabase/lib/project.js

const CONDITIONS = {
    ACTIVE_HEALTHY: 'running',
    ACTIVE_UNHEALTHY: 'running',
    INACTIVE: 'stopped',
    PAUSING: 'stopped',
    GOING_DOWN: 'stopped',
    REMOVED: 'stopped',
    COMING_UP: 'changing',
    RESTORING: 'changing',
    UPGRADING: 'changing',
    RESTARTING: 'changing',
    RESIZING: 'changing',
    INIT_FAILED: 'broken',
    RESTORE_FAILED: 'broken',
    PAUSE_FAILED: 'broken',
    UNKNOWN: 'not-known',
};
async function readProject(api, ref) {
    const answer = await api.read('v1-get-project', ref);
    const status = unsure_needed(unsure_textOf(answer?.status), 'status', 'the project');
    const conditions = CONDITIONS;
    return {
        ref: unsure_needed(unsure_textOf(answer?.ref), 'ref', 'the project'),
        name: unsure_textOf(answer?.name) ?? '',
        region: unsure_needed(unsure_textOf(answer?.region), 'region', 'the project'),
        status,
        condition: conditions[status] ?? 'not-known',
        databaseVersion: unsure_textOf(answer?.database?.version) ?? '',
        databaseHost: unsure_textOf(answer?.database?.host) ?? '',
        postgresMajor: unsure_textOf(answer?.database?.postgres_engine) ?? '',
    };
}
async function readHealth(api, ref, services) {
    const answer = needed(listOf(await api.read('v1-get-services-health', ref, { services })), '[]', 'the health');
    return services.map((name) => {
        const found = answer.find((one) => one?.name === name);
        return { name, health: healthOf(found?.status), error: textOf(found?.error) ?? '' };
    });
}
function healthOf(status) {
    switch (status) {
        case 'ACTIVE_HEALTHY':
            return 'healthy';
        case 'UNHEALTHY':
            return 'unhealthy';
        case 'COMING_UP':
            return 'coming-up';
        default:
            return 'not-known';
    }
}

;// CONCATENATED MODULE: ./packages/supabase/lib/backups.js


async function readProviderBackups(api, ref) {
    const answer = await api.read('v1-list-all-backups', ref);
    const of = 'the backups';
    const backups = unsure_needed(unsure_listOf(answer?.backups), 'backups', of).map((backup) => {
        const status = unsure_needed(unsure_textOf(backup?.status), 'backups[].status', of);
        return {
            id: unsure_needed(numberOf(backup?.id), 'backups[].id', of),
            state: stateOf(status),
            isPhysical: booleanOf(backup?.is_physical_backup) ?? false,
            atMs: unsure_needed(timeOf(backup?.inserted_at), 'backups[].inserted_at', of),
        };
    });
    const from = numberOf(answer?.physical_backup_data?.earliest_physical_backup_date_unix);
    const to = numberOf(answer?.physical_backup_data?.latest_physical_backup_date_unix);
    return {
        region: unsure_textOf(answer?.region) ?? '',
        backups: backups.sort((a, b) => b.atMs - a.atMs),
        pitrEnabled: unsure_needed(booleanOf(answer?.pitr_enabled), 'pitr_enabled', of),
        walArchived: unsure_needed(booleanOf(answer?.walg_enabled), 'walg_enabled', of),
        window: from === undefined || to === undefined ? undefined : { fromMs: from * 1_000, toMs: to * 1_000 },
    };
}
function stateOf(status) {
    switch (status) {
        case 'COMPLETED':
            return 'stored';
        case 'FAILED':
        case 'CANCELLED':
            return 'failed';
        case 'PENDING':
            return 'running';
        case 'REMOVED':
        case 'ARCHIVED':
            return 'gone';
        default:
            return 'not-known';
    }
}
async function readBackupSchedule(api, ref) {
    const answer = await orNone(api.read('v1-get-backup-schedule', ref), [402, 404]);
    return answer === undefined ? undefined : needed(textOf(answer.schedule_for), 'schedule_for', 'the backup schedule');
}
const PITR_DAYS = /^pitr_(\d+)$/;
async function readPitrDays(api, ref) {
    const answer = await api.read('v1-list-project-addons', ref);
    const selected = unsure_needed(unsure_listOf(answer?.selected_addons), 'selected_addons', 'the add-ons');
    const pitr = selected.find((addon) => addon?.type === 'pitr');
    if (pitr === undefined)
        return undefined;
    const days = PITR_DAYS.exec(unsure_textOf(pitr.variant?.id) ?? '')?.[1];
    return Number(unsure_needed(days, 'selected_addons[].variant.id', 'the add-ons'));
}
async function orNone(work, statuses) {
    try {
        return await work;
    }
    catch (error) {
        if (error instanceof RemoteError && error.status !== undefined && statuses.includes(error.status))
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./packages/backup/lib/status/read-provider.js


async function readProvider(api, ref, wantsWindow) {
    const [project, backups, pitrDays] = await Promise.all([
        asked(readProject(api, ref)),
        asked(readProviderBackups(api, ref)),
        wantsWindow ? asked(readPitrDays(api, ref)) : { kind: 'answered', value: undefined },
    ]);
    return { ref, project, backups, pitrDays, nowMs: api.clock.now() };
}
async function asked(work) {
    try {
        return { kind: 'answered', value: await work };
    }
    catch (error) {
        if (!(error instanceof errors/* RemoteError */.Hi))
            throw error;
        return { kind: 'unanswered', because: (0,errors/* describe */.q0)(error), remedy: error.hint ?? 'run again later' };
    }
}

;// CONCATENATED MODULE: ./packages/backup/lib/status/provider.js


const WINDOW_LAG_MS = 3_600_000;
const provider_DAY_MS = 86_400_000;
function judgeProvider(facts, policy) {
    const { backups, project, ref } = facts;
    const gap = (id, what, asked) => ({
        id,
        what: `${what} of project ${ref}`,
        because: asked.because,
        remedy: asked.remedy,
        chosen: false,
    });
    const notVerified = [
        ...(project.kind === 'unanswered' ? [gap('provider-project', 'the state', project)] : []),
        ...(backups.kind === 'unanswered' ? [gap('provider-backup', 'the backups', backups)] : []),
    ];
    const condition = project.kind === 'answered' ? project.value : undefined;
    const checks = [
        ...(condition === undefined ? [] : [projectCheck(condition)]),
        ...(backups.kind === 'unanswered' ? [] : [backupCheck(facts, policy, backups.value)]),
        ...(backups.kind === 'unanswered' || policy.minWindowMs === undefined
            ? []
            : [windowCheck(facts, policy.minWindowMs, backups.value)]),
    ];
    return { checks, notVerified };
}
function projectCheck({ condition, ref, status }) {
    const check = {
        id: 'provider-project',
        title: 'The Supabase project runs, so that it makes backups',
        what: ref,
        measured: status,
        expected: 'ACTIVE_HEALTHY, or another state in which it runs',
    };
    if (condition === 'running')
        return { ...check, verdict: 'pass', reason: 'project-running', remedy: '' };
    if (condition === 'broken') {
        const remedy = 'look at the project in the dashboard of Supabase, and ask its support';
        return { ...check, verdict: 'fail', reason: 'project-broken', remedy };
    }
    const remedy = condition === 'changing' ? 'run again when it is back' : 'restore the project in the dashboard of Supabase';
    return { ...check, verdict: 'unknown', reason: 'project-not-running', remedy };
}
function backupCheck(facts, { maxAgeMs }, value) {
    const check = {
        id: 'provider-backup',
        title: 'Supabase itself has stored a backup that is young enough',
        what: facts.ref,
        expected: `one of the last ${(0,lib_duration/* formatDuration */.a)(maxAgeMs)}`,
    };
    const { nowMs } = facts;
    const newest = value.backups[0];
    const stored = value.backups.find(({ state }) => state === 'stored');
    const newestMs = Math.max(stored?.atMs ?? -Infinity, value.window?.toMs ?? -Infinity);
    const failed = newest?.state === 'failed' ? '; the latest one failed' : '';
    const measured = newestMs === -Infinity
        ? `none of ${(0,lists/* count */.U9)(value.backups.length, 'backup')} is stored${failed}${switchedOn(value)}`
        : `${newestMs === stored?.atMs ? 'a backup' : 'a point in time'}, ${ageWords(nowMs - newestMs)} old${failed}`;
    if (nowMs - newestMs <= maxAgeMs)
        return { ...check, measured, verdict: 'pass', reason: 'provider-backup-stored', remedy: '' };
    const { project } = facts;
    if (project.kind === 'answered' && project.value.condition !== 'running') {
        const remedy = 'a project that does not run makes no backups: let it run, and run again a day later';
        return { ...check, measured, verdict: 'unknown', reason: 'project-not-running', remedy };
    }
    if (value.backups.some(({ atMs, state }) => state === 'not-known' && nowMs - atMs <= maxAgeMs)) {
        const remedy = 'Supabase has a new word for the state of a backup: look for a newer version of this action';
        return { ...check, measured, verdict: 'unknown', reason: 'provider-backup-unknown', remedy };
    }
    const reason = newestMs === -Infinity ? 'provider-backup-missing' : 'provider-backup-too-old';
    const remedy = 'look at Database, Backups in the dashboard of Supabase: the Free plan makes none';
    return { ...check, measured, verdict: 'fail', reason, remedy };
}
function windowCheck(facts, minWindowMs, value) {
    const { nowMs, pitrDays } = facts;
    const { pitrEnabled, window } = value;
    const check = {
        id: 'provider-pitr',
        title: 'Any point in time of long enough ago can be restored by Supabase',
        what: facts.ref,
        expected: `the last ${ageWords(minWindowMs)}`,
    };
    if (window === undefined) {
        const measured = pitrEnabled ? 'it is switched on, and nothing can be restored yet' : 'it is switched off';
        const remedy = pitrEnabled
            ? 'wait for its first backup, and ask the support of Supabase where none comes'
            : 'switch on the add-on Point in Time Recovery of the project';
        return { ...check, measured, verdict: 'fail', reason: pitrEnabled ? 'pitr-empty' : 'pitr-off', remedy };
    }
    const length = window.toMs - window.fromMs;
    const measured = `${new Date(window.fromMs).toISOString()} to ${new Date(window.toMs).toISOString()} (${ageWords(length)})`;
    if (nowMs - window.toMs > WINDOW_LAG_MS) {
        const remedy = 'nothing has been archived since: ask the support of Supabase';
        return { ...check, measured, verdict: 'fail', reason: 'pitr-behind', remedy };
    }
    if (length >= minWindowMs)
        return { ...check, measured, verdict: 'pass', reason: 'pitr-long-enough', remedy: '' };
    const days = pitrDays.kind === 'answered' ? pitrDays.value : undefined;
    const remedy = days !== undefined && days * provider_DAY_MS >= minWindowMs
        ? `${(0,lists/* count */.U9)(days, 'day')} are paid for, and the window grows to it day by day: run again later`
        : 'choose a longer retention of the add-on Point in Time Recovery';
    return { ...check, measured, verdict: 'fail', reason: 'pitr-too-short', remedy };
}
function switchedOn({ pitrEnabled, walArchived }) {
    const what = [...(walArchived ? ['archiving of WAL'] : []), ...(pitrEnabled ? ['point-in-time recovery'] : [])];
    return what.length === 0 ? '' : `; ${what.join(' and ')} being on is no backup`;
}

;// CONCATENATED MODULE: ./actions/backup/lib/provider.js


async function providerChecks(values, shell) {
    const ref = values['supabase-project'];
    if (ref === '')
        return { checks: [], notVerified: [] };
    const minWindowMs = values['min-pitr-window'];
    const facts = await readProvider(supabaseClient(values, shell), ref, minWindowMs !== undefined);
    return judgeProvider(facts, { maxAgeMs: values['provider-max-age'], minWindowMs });
}

;// CONCATENATED MODULE: ./actions/backup/lib/status.js








async function status_status(values, shell) {
    const { clock, env, log, signal } = shell;
    const { policy, place } = await readTogether({
        policy: () => policyOf(values, env.workspace),
        place: () => placeOf(values, shell),
    });
    const written = runbookOf(policy, env.workspace);
    const seen = await lookAtBackups(place, {
        ...{ to: values.to, everyMs: values.every, runs: values.runs, maxAgeMs: values['max-age'] },
        ...{ maxDrillAgeMs: values['max-drill-age'], lockedForMs: values['locked-for'] },
        tiers: values['require-tiers'],
        keep: keptTiers(values, policy),
        ...{ policy, document: written?.document },
    }, { now: () => clock.now(), signal });
    const { newest, nowMs, rules } = seen;
    if (rules !== undefined)
        await log.group('Lifecycle rules for the bucket', async () => log.info(rules));
    const provider = await providerChecks(values, shell);
    const all = [...seen.checks, ...provider.checks];
    const { notVerified } = provider;
    const run = env.runId === 0 ? null : env.runUrl;
    const outcome = reportChecks(shell, { subject: place.name, nowMs, run, tool: toolOf(), checks: all, notVerified }, values);
    const own = newest === undefined
        ? {}
        : {
            'backup-id': newest.id,
            tier: newest.tier,
            'data-age-seconds': Math.round((nowMs - newest.takenAtMs) / 1_000),
        };
    return { ...outcome, outputs: { ...outcome.outputs, ...own } };
}
function keptTiers(values, policy) {
    const given = values.keep.flatMap((line) => keepOf(line) ?? []);
    const limits = tiersOf(policy);
    if (given.length > 0 && limits.length > 0)
        throw new errors/* InputError */.dz(`input "keep": ${values['policy-file']} has retention limits already; remove one of the two`);
    return given.length > 0 ? given : limits;
}

;// CONCATENATED MODULE: ./actions/backup/lib/run.js






const action = defineAction({ name: 'backup', inputs: inputs, check: inputs_problemsOf, run: run_run });
async function run_run(values, shell) {
    switch (values.command) {
        case 'create':
            return create(values, shell);
        case 'drill':
            return drill(values, shell);
        case 'restore':
            return restore(values, shell);
        case 'status':
            return status_status(values, shell);
    }
}


/***/ }),

/***/ 991619:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(989278);
// EXTERNAL MODULE: external "node:crypto"
let external_node_crypto__kept;
const external_node_crypto_ = () => (external_node_crypto__kept ??= __nccwpck_require__(823569));
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(565658);
;// CONCATENATED MODULE: external "os"
let external_os_namespaceObject_kept;
const external_os_namespaceObject = () => (external_os_namespaceObject_kept ??= __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os"));
;// CONCATENATED MODULE: ./node_modules/.pnpm/@actions+core@3.0.1_patch_hash=592aa88c0efd260541c81d9b50b94b54e572c03b9bad36d4358912d972aba45d/node_modules/@actions/core/lib/utils.js
function toCommandValue(n){return null==n?"":"string"==typeof n||n instanceof String?n:JSON.stringify(n)}function toCommandProperties(n){return Object.keys(n).length?{title:n.title,file:n.file,line:n.startLine,endLine:n.endLine,col:n.startColumn,endColumn:n.endColumn}:{}}

;// CONCATENATED MODULE: ./node_modules/.pnpm/@actions+core@3.0.1_patch_hash=592aa88c0efd260541c81d9b50b94b54e572c03b9bad36d4358912d972aba45d/node_modules/@actions/core/lib/command.js
let external_crypto__kept;function command_issueCommand(e,t,r){let s=new Command(e,t,r);process.stdout.write(s.toString()+external_os_namespaceObject().EOL)}function command_issue(e,t=""){command_issueCommand(e,{},t)}const CMD_STRING="::";class Command{constructor(e,t,r){e||(e="missing.command"),this.command=e,this.properties=t,this.message=r}toString(){let e="::"+this.command;if(this.properties&&Object.keys(this.properties).length>0){e+=" ";let t=!0;for(let r in this.properties)if(this.properties.hasOwnProperty(r)){let s=this.properties[r];s&&(t?t=!1:e+=",",e+=`${r}=${escapeProperty(s)}`)}}return e+`::${escapeData(this.message)}`}}function escapeData(e){return toCommandValue(e).replace(/%/g,"%25").replace(/\r/g,"%0D").replace(/\n/g,"%0A")}function escapeProperty(e){return toCommandValue(e).replace(/%/g,"%25").replace(/\r/g,"%0D").replace(/\n/g,"%0A").replace(/:/g,"%3A").replace(/,/g,"%2C")}const external_crypto_=()=>external_crypto__kept??=__nccwpck_require__(90523);var external_fs_=__nccwpck_require__(15945);

;// CONCATENATED MODULE: ./node_modules/.pnpm/@actions+core@3.0.1_patch_hash=592aa88c0efd260541c81d9b50b94b54e572c03b9bad36d4358912d972aba45d/node_modules/@actions/core/lib/file-command.js
function file_command_issueFileCommand(e,n){let t=process.env[`GITHUB_${e}`];if(!t)throw Error(`Unable to find environment variable for file command ${e}`);if(!external_fs_.existsSync(t))throw Error(`Missing file at path: ${t}`);external_fs_.appendFileSync(t,`${toCommandValue(n)}${external_os_namespaceObject().EOL}`,{encoding:"utf8"})}function prepareKeyValueMessage(e,n){let t=`ghadelimiter_${external_crypto_().randomUUID()}`,r=toCommandValue(n);if(e.includes(t))throw Error(`Unexpected input: name should not contain the delimiter "${t}"`);if(r.includes(t))throw Error(`Unexpected input: value should not contain the delimiter "${t}"`);return`${e}<<${t}${external_os_namespaceObject().EOL}${r}${external_os_namespaceObject().EOL}${t}`}var external_path_=__nccwpck_require__(502408);

;// CONCATENATED MODULE: ./node_modules/.pnpm/@actions+core@3.0.1_patch_hash=592aa88c0efd260541c81d9b50b94b54e572c03b9bad36d4358912d972aba45d/node_modules/@actions/core/lib/core.js
var ExitCode,__awaiter=function(e,n,t,o){return new(t||(t=Promise))(function(r,i){function s(e){try{a(o.next(e))}catch(e){i(e)}}function u(e){try{a(o.throw(e))}catch(e){i(e)}}function a(e){var n;e.done?r(e.value):((n=e.value)instanceof t?n:new t(function(e){e(n)})).then(s,u)}a((o=o.apply(e,n||[])).next())})};function exportVariable(e,n){let t=toCommandValue(n);if(process.env[e]=t,process.env.GITHUB_ENV||0)return file_command_issueFileCommand("ENV",prepareKeyValueMessage(e,n));command_issueCommand("set-env",{name:e},t)}function setSecret(e){command_issueCommand("add-mask",{},e)}function addPath(e){process.env.GITHUB_PATH?issueFileCommand("PATH",e):issueCommand("add-path",{},e),process.env.PATH=`${e}${path.delimiter}${process.env.PATH}`}function getInput(e,n){let t=process.env[`INPUT_${e.replace(/ /g,"_").toUpperCase()}`]||"";if(n&&n.required&&!t)throw Error(`Input required and not supplied: ${e}`);return n&&!1===n.trimWhitespace?t:t.trim()}function getMultilineInput(e,n){let t=getInput(e,n).split("\n").filter(e=>""!==e);return n&&!1===n.trimWhitespace?t:t.map(e=>e.trim())}function getBooleanInput(e,n){let t=getInput(e,n);if(["true","True","TRUE"].includes(t))return!0;if(["false","False","FALSE"].includes(t))return!1;throw TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${e}
Support boolean input list: \`true | True | TRUE | false | False | FALSE\``)}function setOutput(e,n){if(process.env.GITHUB_OUTPUT)return file_command_issueFileCommand("OUTPUT",prepareKeyValueMessage(e,n));process.stdout.write(external_os_namespaceObject().EOL),command_issueCommand("set-output",{name:e},toCommandValue(n))}function setCommandEcho(e){issue("echo",e?"on":"off")}function setFailed(e){process.exitCode=ExitCode.Failure,error(e)}function isDebug(){return"1"===process.env.RUNNER_DEBUG}function debug(e){command_issueCommand("debug",{},e)}function error(e,n={}){command_issueCommand("error",toCommandProperties(n),e instanceof Error?e.toString():e)}function warning(e,n={}){command_issueCommand("warning",toCommandProperties(n),e instanceof Error?e.toString():e)}function notice(e,n={}){command_issueCommand("notice",toCommandProperties(n),e instanceof Error?e.toString():e)}function info(e){process.stdout.write(e+external_os_namespaceObject().EOL)}function startGroup(e){command_issue("group",e)}function endGroup(){command_issue("endgroup")}function group(e,n){return __awaiter(this,void 0,void 0,function*(){let t;startGroup(e);try{t=yield n()}finally{endGroup()}return t})}function saveState(e,n){if(process.env.GITHUB_STATE)return file_command_issueFileCommand("STATE",prepareKeyValueMessage(e,n));command_issueCommand("save-state",{name:e},toCommandValue(n))}function getState(e){return process.env[`STATE_${e}`]||""}function getIDToken(e){return __awaiter(this,void 0,void 0,function*(){return yield OidcClient.getIDToken(e)})}!function(e){e[e.Success=0]="Success",e[e.Failure=1]="Failure"}(ExitCode||(ExitCode={}));var redact=__nccwpck_require__(580229),secret_forms=__nccwpck_require__(399624),secret=__nccwpck_require__(487083),errors=__nccwpck_require__(203906),lists=__nccwpck_require__(672435);

;// CONCATENATED MODULE: ./packages/action-shell/lib/budgets.js

const SUMMARY_LIMIT_BYTES = 900_000;
const ANNOTATIONS_PER_LEVEL = 10;
const TAIL_BYTES = 120;
function fitBlocks(blocks, limit) {
    const all = blocks.join('\n\n');
    if (all === '' || Buffer.byteLength(all) < limit)
        return all === '' ? '' : `${all}\n`;
    const sizes = blocks.map((block) => Buffer.byteLength(block) + 2);
    const room = limit - TAIL_BYTES;
    const kept = countThatFit(sizes, room);
    const left = room - sizes.slice(0, kept).reduce((sum, size) => sum + size, 0);
    const cut = left > 2 * TAIL_BYTES ? blocks.slice(kept, kept + 1).map((block) => fitLines(block, left)) : [];
    const hidden = blocks.length - kept - cut.length;
    const tail = hidden === 0 ? [] : [`… and ${(0,lists/* count */.U9)(hidden, 'more block')} that did not fit; the log has everything.`];
    return `${[...blocks.slice(0, kept), ...cut, ...tail].join('\n\n')}\n`;
}
function fitLines(text, limit) {
    if (Buffer.byteLength(text) <= limit)
        return text;
    const lines = text.split('\n');
    const room = Math.max(0, limit - TAIL_BYTES);
    const kept = countThatFit(lines.map((line) => Buffer.byteLength(line) + 1), room);
    if (kept > 0)
        return `${lines.slice(0, kept).join('\n')}\n\n… and ${(0,lists/* count */.U9)(lines.length - kept, 'more line')} that did not fit`;
    const start = Buffer.from(text)
        .subarray(0, room)
        .toString('utf8')
        .replace(/\uFFFD$/, '')
        .split('\n', 1)[0] ?? '';
    const missing = Buffer.byteLength(text) - Buffer.byteLength(start);
    return `${start}\n\n… and ${(0,lists/* count */.U9)(missing, 'more byte')} that did not fit`;
}
function countThatFit(sizes, room) {
    let used = 0;
    const over = sizes.findIndex((size) => {
        used += size;
        return used > room;
    });
    return over < 0 ? sizes.length : over;
}
function fitCount(items, places) {
    if (items.length <= places)
        return { shown: items, hidden: 0 };
    return { shown: items.slice(0, places - 1), hidden: items.length - places + 1 };
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/file-command.js



const PLACES = {
    output: { variable: 'GITHUB_OUTPUT', print: setOutput },
    state: { variable: 'GITHUB_STATE', print: saveState },
    variable: { variable: 'GITHUB_ENV', print: exportVariable },
};
function giveRunner(kind, name, value) {
    const { variable, print } = PLACES[kind];
    const path = process.env[variable] ?? '';
    const text = value instanceof secret/* Secret */.z ? value.reveal() : textOf((0,redact/* redactData */.Ed)({ [name]: value })[name]);
    if (path === '')
        return void print(name, text);
    if (kind === 'variable')
        process.env[name] = text;
    (0,external_node_fs_.appendFileSync)(path, keyValue(name, text));
}
function keyValue(name, value) {
    let end = 'lockstep_end';
    while (value.includes(end))
        end += '_';
    return `${name}<<${end}\n${value}\n${end}\n`;
}
function textOf(value) {
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/edge.js






const emit = { error: error, warning: warning, notice: notice };
class Edge {
    #annotations = [];
    #blocks = [];
    #hold;
    log;
    summary = { add: (block) => void this.#blocks.push((0,redact/* redactText */.Rd)(block).trimEnd()) };
    constructor() {
        this.log = {
            info: (line) => info(harmless((0,redact/* redactText */.Rd)(line))),
            debug: (line) => (isDebug() ? debug((0,redact/* redactText */.Rd)(line)) : undefined),
            warning: (line) => this.#say('warning', line),
            notice: (line) => this.#say('notice', line),
            group: (title, work) => group(harmless((0,redact/* redactText */.Rd)(title)), work),
            foreign,
        };
    }
    annotate(annotation) {
        this.#annotations.push((0,redact/* redactData */.Ed)(annotation));
    }
    annotateFirst(annotations) {
        this.#annotations.unshift(...annotations.map((annotation) => (0,redact/* redactData */.Ed)(annotation)));
    }
    holdSummary(hold) {
        this.#hold = hold;
    }
    mask(secret) {
        for (const form of (0,secret_forms/* secretForms */.eo)(secret.reveal()))
            setSecret(form);
    }
    outputs(values) {
        for (const [name, value] of Object.entries(values)) {
            if (value instanceof secret/* Secret */.z)
                this.mask(value);
            giveRunner('output', name, value);
        }
    }
    exportVariable(name, value) {
        giveRunner('variable', name, value);
    }
    flush() {
        for (const level of ['error', 'warning', 'notice']) {
            const all = this.#annotations.filter((annotation) => annotation.level === level);
            const { shown, hidden } = fitCount(all, ANNOTATIONS_PER_LEVEL);
            for (const annotation of shown)
                emit[level](annotation.message, properties(annotation));
            if (hidden > 0)
                emit[level](`… and ${hidden} more; all of them are in the log`);
            for (const annotation of all.slice(shown.length))
                info(harmless(`${level}: ${place(annotation)}${annotation.message}`));
        }
        this.#annotations.length = 0;
        const path = process.env['GITHUB_STEP_SUMMARY'];
        const text = fitBlocks(this.#blocks, SUMMARY_LIMIT_BYTES);
        this.#blocks.length = 0;
        if (text === '' || this.#isHeld(text))
            return;
        if (path !== undefined && path !== '')
            this.#append(path, text);
    }
    #isHeld(text) {
        try {
            return this.#hold?.(text) ?? false;
        }
        catch (error) {
            this.log.debug(`the summary could not be kept for the page of the release: ${(0,errors/* describe */.q0)(error)}`);
            return false;
        }
    }
    #append(path, text) {
        try {
            (0,external_node_fs_.appendFileSync)(path, text);
        }
        catch (error) {
            warning(`the step summary could not be written: ${(0,errors/* describe */.q0)(error)}`);
        }
    }
    #say(level, line) {
        this.log.info(`${level}: ${line}`);
        this.annotate({ level, message: line });
    }
}
function harmless(line) {
    return line.replace(/^([^\S\n\r\u2028\u2029]*)::/gm, '$1\u200b::').replaceAll('##[', '#\u200b#[');
}
function foreign(text) {
    const token = (0,external_node_crypto_().randomUUID)();
    info(`::stop-commands::${token}`);
    info((0,redact/* redactText */.Rd)(text));
    info(`::${token}::`);
}
function place(annotation) {
    if (annotation.file === undefined)
        return '';
    return `${annotation.file}${annotation.line === undefined ? '' : `:${annotation.line}`}: `;
}
function properties(annotation) {
    return {
        ...(annotation.title === undefined ? {} : { title: annotation.title }),
        ...(annotation.file === undefined ? {} : { file: annotation.file }),
        ...(annotation.line === undefined ? {} : { startLine: annotation.line }),
        ...(annotation.column === undefined ? {} : { startColumn: annotation.column }),
    };
}

;// CONCATENATED MODULE: ./node_modules/.pnpm/@actions+github@9.1.1_patch_hash=b420892019d1f5abc2287869812bc38aa2c96072bb4527098c5db269b8f758de/node_modules/@actions/github/lib/context.js
class Context{constructor(){var e,s,r;if(this.payload={},process.env.GITHUB_EVENT_PATH)if((0,external_fs_.existsSync)(process.env.GITHUB_EVENT_PATH))this.payload=JSON.parse((0,external_fs_.readFileSync)(process.env.GITHUB_EVENT_PATH,{encoding:"utf8"}));else{let e=process.env.GITHUB_EVENT_PATH;process.stdout.write(`GITHUB_EVENT_PATH ${e} does not exist${external_os_namespaceObject().EOL}`)}this.eventName=process.env.GITHUB_EVENT_NAME,this.sha=process.env.GITHUB_SHA,this.ref=process.env.GITHUB_REF,this.workflow=process.env.GITHUB_WORKFLOW,this.action=process.env.GITHUB_ACTION,this.actor=process.env.GITHUB_ACTOR,this.job=process.env.GITHUB_JOB,this.runAttempt=parseInt(process.env.GITHUB_RUN_ATTEMPT,10),this.runNumber=parseInt(process.env.GITHUB_RUN_NUMBER,10),this.runId=parseInt(process.env.GITHUB_RUN_ID,10),this.apiUrl=null!=(e=process.env.GITHUB_API_URL)?e:"https://api.github.com",this.serverUrl=null!=(s=process.env.GITHUB_SERVER_URL)?s:"https://github.com",this.graphqlUrl=null!=(r=process.env.GITHUB_GRAPHQL_URL)?r:"https://api.github.com/graphql"}get issue(){let e=this.payload;return Object.assign(Object.assign({},this.repo),{number:(e.issue||e.pull_request||e).number})}get repo(){if(process.env.GITHUB_REPOSITORY){let[e,s]=process.env.GITHUB_REPOSITORY.split("/");return{owner:e,repo:s}}if(this.payload.repository)return{owner:this.payload.repository.owner.login,repo:this.payload.repository.name};throw Error("context.repo requires a GITHUB_REPOSITORY environment variable like 'owner/repo'")}}

;// CONCATENATED MODULE: ./packages/action-shell/lib/environment.js




function readEnvironment() {
    const context = contextWithoutEvent();
    const runId = context.runId || 0;
    const runAttempt = context.runAttempt || 1;
    const { owner, repo } = repositoryOf(context);
    const serverUrl = context.serverUrl || 'https://github.com';
    const workspace = variable('GITHUB_WORKSPACE') || process.cwd();
    return {
        repository: { owner, repo },
        sha: context.sha ?? '',
        ref: context.ref ?? '',
        runId,
        runAttempt,
        actor: variable('GITHUB_TRIGGERING_ACTOR') || (context.actor ?? ''),
        workflow: context.workflow ?? '',
        job: context.job ?? '',
        eventName: context.eventName ?? '',
        serverUrl,
        apiUrl: context.apiUrl || 'https://api.github.com',
        runUrl: `${serverUrl}/${owner}/${repo}/actions/runs/${runId}/attempts/${runAttempt}`,
        tempDir: variable('RUNNER_TEMP') || (0,external_node_path_.join)(workspace, '.lockstep'),
        workspace,
        event: readEvent,
    };
}
const EVENT_PATH = 'GITHUB_EVENT_PATH';
function variable(name) {
    return process.env[name] ?? '';
}
function contextWithoutEvent() {
    const path = process.env[EVENT_PATH];
    delete process.env[EVENT_PATH];
    try {
        return new Context();
    }
    finally {
        if (path !== undefined)
            process.env[EVENT_PATH] = path;
    }
}
function repositoryOf(context) {
    try {
        const { owner, repo = '' } = context.repo;
        return { owner, repo };
    }
    catch {
        return { owner: '', repo: '' };
    }
}
function readEvent() {
    const path = variable(EVENT_PATH);
    if (path !== '' && !(0,external_node_fs_.existsSync)(path))
        throw new errors/* InputError */.dz(`event payload ${path}: there is no such file`);
    try {
        return new Context().payload;
    }
    catch (cause) {
        throw new errors/* InputError */.dz(`event payload ${path}: not readable as JSON`, { cause });
    }
}

;// CONCATENATED MODULE: ./packages/base/lib/failure.js

function failureOf(thrown) {
    const error = (0,errors/* asError */.zR)(thrown);
    const message = (0,errors/* describe */.q0)(error);
    if (error instanceof errors/* InputError */.dz)
        return { verdict: 'fail', reason: 'invalid-input', whose: 'caller', message, problems: error.problems };
    const unknown = (reason, whose = 'world') => ({ verdict: 'unknown', reason, whose, message, problems: [] });
    if (error instanceof errors/* RemoteError */.Hi)
        return unknown('remote-error');
    if (error instanceof errors/* CancelledError */.cc)
        return unknown('cancelled');
    if (error instanceof errors/* DeadlineError */.j3)
        return unknown('deadline');
    return unknown('internal-error', 'ours');
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/failure.js

function outcomeOfError(thrown) {
    const { message, problems, reason, verdict, whose } = failureOf(thrown);
    if (whose === 'ours')
        return {
            verdict,
            reason,
            message: `a fault of Lockstep itself, please report it with the debug log: ${message}`,
        };
    const causes = problems.map((problem) => ({ message: problem }));
    return { verdict, reason, message, ...(causes.length === 0 ? {} : { causes }) };
}
function stackOf(thrown) {
    const error = (0,errors/* asError */.zR)(thrown);
    const ours = ![errors/* InputError */.dz, errors/* RemoteError */.Hi, errors/* CancelledError */.cc, errors/* DeadlineError */.j3].some((kind) => error instanceof kind);
    return ours ? error.stack : undefined;
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/journal-state.js
const KEPT_BY_EARLIER = ['kept-after-traffic', 'kept-by-request', 'kept-data', 'kept-for-others'];
function readResult(written) {
    return { ...written, kept: written.kept ?? KEPT_BY_EARLIER.includes(written.reason) };
}
function foldJournal(written) {
    const entries = written.map((entry) => entry.kind === 'undone' ? { ...entry, result: readResult(entry.result) } : entry);
    const head = entries.find((entry) => entry.kind === 'release');
    if (head === undefined)
        return undefined;
    const held = entries.find((entry) => entry.kind === 'held');
    const committed = entries.some((entry) => entry.kind === 'committed');
    const undoStarted = entries.find((entry) => entry.kind === 'undo-started');
    const undone = new Map();
    for (const entry of entries)
        if (entry.kind === 'undone')
            undone.set(entry.instance, entry.result);
    return {
        release: head.release,
        state: committed ? 'committed' : held === undefined ? 'open' : 'held',
        heldBecause: held?.reason,
        traffic: entries.findLast((entry) => entry.kind === 'traffic')?.traffic ?? 'untouched',
        undoStartedAt: undoStarted === undefined ? undefined : Date.parse(undoStarted.at),
        undone: [...undone.values()],
        entries,
    };
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/journal.js



const JOURNAL_VARIABLE = 'LOCKSTEP_JOURNAL';
class Journal {
    path;
    #action;
    #instance;
    #clock;
    constructor(path, writer) {
        this.path = path;
        this.#action = writer.action;
        this.#instance = writer.instance;
        this.#clock = writer.clock;
    }
    exists() {
        return (0,external_node_fs_.existsSync)(this.path);
    }
    read() {
        const state = foldJournal(readEntries(this.path));
        if (state === undefined)
            throw new errors/* InputError */.dz(`release journal ${this.path}: holds no release; run "release begin" first`);
        return state;
    }
    open(release) {
        if ((0,external_node_fs_.existsSync)(this.path))
            throw new errors/* InputError */.dz(`release journal ${this.path}: is there already; one job, one release`);
        const draft = `${this.path}.draft`;
        (0,external_node_fs_.writeFileSync)(draft, this.#line({ kind: 'release', release }, this.#action), { mode: 0o600, flush: true });
        (0,external_node_fs_.renameSync)(draft, this.path);
    }
    began(action, detail) {
        this.#append({ kind: 'began', ...(detail === undefined ? {} : { detail }) }, action);
    }
    finished(action, detail) {
        this.#append({ kind: 'finished', ...(detail === undefined ? {} : { detail }) }, action);
    }
    traffic(traffic, detail) {
        this.#append({ kind: 'traffic', traffic, ...(detail === undefined ? {} : { detail }) });
    }
    held(reason) {
        this.#append({ kind: 'held', reason });
    }
    committed() {
        this.#append({ kind: 'committed' });
    }
    undoStarted() {
        this.#append({ kind: 'undo-started' });
    }
    undone(action, result) {
        this.#append({ kind: 'undone', result: { action, kept: false, ...result } }, action);
    }
    note(note, detail) {
        this.#append({ kind: 'note', note, detail });
    }
    #append(fact, action = this.#action) {
        const line = this.#line(fact, action);
        const file = (0,external_node_fs_.openSync)(this.path, 'a+');
        try {
            (0,external_node_fs_.writeFileSync)(file, endsInMidLine(file) ? `\n${line}` : line);
            (0,external_node_fs_.fsyncSync)(file);
        }
        finally {
            (0,external_node_fs_.closeSync)(file);
        }
    }
    #line(fact, action) {
        const at = new Date(this.#clock.now()).toISOString();
        return `${JSON.stringify({ at, action, instance: this.#instance, ...(0,redact/* redactData */.Ed)(fact) })}\n`;
    }
}
function endsInMidLine(file) {
    const { size } = (0,external_node_fs_.fstatSync)(file);
    if (size === 0)
        return false;
    const last = Buffer.alloc(1);
    (0,external_node_fs_.readSync)(file, last, 0, 1, size - 1);
    return last[0] !== 0x0a;
}
function readEntries(path) {
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch (cause) {
        throw new errors/* InputError */.dz(`release journal ${path}: cannot be read; ${JOURNAL_VARIABLE} must not be changed within a job`, { cause });
    }
    return text.split('\n').flatMap((line) => {
        try {
            return line === '' ? [] : [JSON.parse(line)];
        }
        catch {
            return [];
        }
    });
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/known-release.js




const KEY = 'release';
function noteRelease(state, journal) {
    if (journal === undefined)
        return;
    const read = readOrWhy(journal);
    if (typeof read === 'string')
        return;
    state.save(KEY, { path: journal.path, release: read.release });
}
function knownRelease(state) {
    return state.get(KEY);
}
function refuseHiddenRelease(tempDir) {
    const folder = (0,external_node_path_.join)(tempDir, 'lockstep');
    const begun = (0,external_node_fs_.existsSync)(folder) ? (0,external_node_fs_.readdirSync)(folder).filter((name) => /^release-.*\.jsonl$/.test(name)) : [];
    if (begun.length > 0)
        throw new errors/* InputError */.dz(`${JOURNAL_VARIABLE} is not set, although a release was begun in this job (${(0,external_node_path_.join)(folder, begun[0] ?? '')}): no step of the job may change it`);
}
function standingOf(known, named, at) {
    const path = known?.path ?? named;
    if (path === '')
        return { kind: 'none' };
    const journal = at(path);
    const state = readOrWhy(journal);
    if (typeof state !== 'string' && (known === undefined || state.release.id === known.release.id))
        return { kind: 'journal', journal, state };
    if (known === undefined)
        return { kind: 'none' };
    const why = typeof state === 'string' ? state : `release journal ${path}: is of another release, ${state.release.id}`;
    return { kind: 'lost', known, why };
}
function readOrWhy(journal) {
    try {
        return journal.read();
    }
    catch (error) {
        return (0,errors/* describe */.q0)(error);
    }
}
function resumeHint({ environment, service }) {
    const of = service === '' ? '' : `, "service: ${service}"`;
    return `resolve it with the rollback action, "to: finish", "environment: ${environment}"${of}`;
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/proxy.js
async function honourProxy(env, log) {
    const wanted = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'].some((name) => (env[name] ?? '') !== '');
    if (!wanted)
        return;
    const http = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 447779, 19));
    const set = http.setGlobalProxyFromEnv;
    if (set !== undefined)
        set();
    else if (env['NODE_USE_ENV_PROXY'] !== '1') {
        log.warning(`Node ${process.versions.node} of this runner goes around the proxy; update the runner, or set NODE_USE_ENV_PROXY to 1`);
    }
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/reason-link.js
function reasonLink(reason, env) {
    const server = env['GITHUB_SERVER_URL'] || 'https://github.com';
    const repository = (env['GITHUB_ACTION_REPOSITORY'] ?? '').split('/').slice(0, 2).join('/') || 'lockstep-ci/lockstep';
    const ref = env['GITHUB_ACTION_REF'] || 'main';
    return `${server}/${repository}/blob/${ref}/docs/reasons.md#${reason}`;
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/publish.js


function passes(outcome) {
    return outcome.passes ?? outcome.verdict === 'pass';
}
function publish({ action, edge }, outcome, part) {
    const failed = !passes(outcome);
    edge.log.info(`${action.name}: ${outcome.verdict} (${outcome.reason}): ${outcome.message}`);
    if (failed || outcome.verdict !== 'pass') {
        const level = failed ? 'error' : 'warning';
        const title = `${action.name}: ${outcome.reason}`;
        const link = reasonLink(outcome.reason, process.env);
        edge.log.info(`What it means and what to do: ${link}`);
        const [first = { message: outcome.message }, ...more] = outcome.causes ?? [];
        const causes = [{ ...first, message: `${first.message}\n${link}` }, ...more];
        edge.annotateFirst(causes.map((cause) => ({ level, title, ...cause })));
    }
    if (part === 'main') {
        edge.outputs({ ...outcome.outputs, verdict: outcome.verdict, reason: outcome.reason });
    }
    edge.flush();
    if (failed)
        process.exitCode = 1;
}
function publishError(speaker, error, part) {
    const stack = stackOf(error);
    if (stack !== undefined)
        speaker.edge.log.debug(stack);
    publish(speaker, outcomeOfError(error), part);
}
function onStrayError(tell) {
    process.removeAllListeners('uncaughtException');
    process.once('uncaughtException', (error) => {
        tell(error);
        process.exit();
    });
}

;// CONCATENATED MODULE: external "node:events"
const external_node_events_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");
// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __nccwpck_require__(984731);
;// CONCATENATED MODULE: ./packages/action-shell/lib/cancelled-job.js
const WORKER_LIVES_MS = 285_000;
const STEP_ENDS_MS = 10_000;
const UNDO_DEADLINE_MS = 240_000;
const TELLING_MS = 12_000;
const TELLING_STEPS = 2;
const SLACK_MS = 11_000;
function tellingTime(wished, job) {
    return job === 'success' ? wished : Math.min(wished, TELLING_MS);
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/lost-journal.js


async function ask({ post }, inputs, shell, { release }) {
    if (post?.witness === undefined)
        return 'unknown';
    try {
        return await post.witness(inputs, shell, release);
    }
    catch (error) {
        shell.log.warning(`the ledger could not be read about release ${release.id}: ${(0,errors/* describe */.q0)(error)}`);
        return 'unknown';
    }
}
async function undoWithoutJournal(action, inputs, shell, lost) {
    const { known, why } = lost;
    const says = await ask(action, inputs, shell, known);
    if (says === 'released') {
        shell.log.warning(`${why}; the ledger says that release ${known.release.id} was committed, so nothing is undone`);
        return undefined;
    }
    const certain = says === 'not-released' && shell.jobStatus !== 'success';
    const undone = certain ? await action.post?.run(inputs, shell) : undefined;
    const what = undone === undefined ? `${action.name} undid nothing` : `${action.name}: ${undone.reason}: ${undone.message}`;
    return {
        verdict: 'unknown',
        reason: 'journal-lost',
        message: `release ${known.release.id} is unresolved: ${why}; ${what}; ${resumeHint(known.release)}`,
        ...(undone?.left === undefined ? {} : { left: undone.left }),
    };
}
function unconfirmedCommit({ release }) {
    return {
        verdict: 'unknown',
        reason: 'commit-not-confirmed',
        message: `release ${release.id} is unresolved: its journal says committed, its ledger does not, and the job failed; nothing was undone; ${resumeHint(release)}`,
    };
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/signals.js


function abortOnSignals() {
    const controller = new AbortController();
    (0,external_node_events_namespaceObject.setMaxListeners)(0, controller.signal);
    for (const signal of ['SIGINT', 'SIGTERM']) {
        process.on(signal, () => controller.abort(new errors/* CancelledError */.cc(`cancelled by ${signal}`)));
    }
    return controller.signal;
}

// EXTERNAL MODULE: ./packages/base/lib/clock.js
var clock = __nccwpck_require__(636190);
;// CONCATENATED MODULE: ./packages/action-shell/lib/held-summary.js


const materialOf = (journal) => `${journal}.summary`;
const usedOf = (journal) => `${materialOf(journal)}.used`;
function holdSummary(journal, action, markdown) {
    if (!(0,external_node_fs_.existsSync)(journal) || (0,external_node_fs_.existsSync)(usedOf(journal)))
        return false;
    (0,external_node_fs_.appendFileSync)(materialOf(journal), `${JSON.stringify({ action, markdown: (0,redact/* redactText */.Rd)(markdown) })}\n`, {
        mode: 0o600,
    });
    return true;
}
function takeSummaries(journal) {
    return takeMaterial(journal).flatMap((line) => {
        try {
            return line === '' ? [] : [titled(JSON.parse(line))];
        }
        catch {
            return [];
        }
    });
}
function takeMaterial(journal) {
    const material = materialOf(journal);
    try {
        appendFileSync(material, '', { mode: 0o600 });
        renameSync(material, usedOf(journal));
        return readFileSync(usedOf(journal), 'utf8').split('\n');
    }
    catch {
        return [];
    }
}
function titled({ action, markdown }) {
    const heading = /^\s*#+ (.+)\n/.exec(markdown);
    if (heading === null)
        return { title: action, markdown: markdown.trim() };
    return { title: heading[1] ?? action, markdown: markdown.slice(heading[0].length).trim() };
}

// EXTERNAL MODULE: ./packages/base/lib/lines.js
var lines = __nccwpck_require__(896818);
;// CONCATENATED MODULE: ./packages/action-shell/lib/read-inputs.js

function readInputs(shape, raw) {
    const values = {};
    const problems = [];
    const wrong = [];
    for (const [name, one] of Object.entries(shape)) {
        const { value, problem } = readInput(name, one, (0,lines/* trimAscii */.i)(raw(name)));
        values[name] = value;
        if (problem === undefined)
            continue;
        problems.push(problem);
        wrong.push(name);
    }
    return { values: values, problems, wrong };
}
function problemsBetween(shape, { values, wrong }, check) {
    let certain = check(values);
    for (const name of wrong)
        for (const other of shape[name]?.others ?? []) {
            if (certain.length === 0)
                return [];
            const also = check({ ...values, [name]: other });
            certain = certain.filter((problem) => also.includes(problem));
        }
    return certain;
}
function requireInputs(shape, raw) {
    const { values, problems } = readInputs(shape, raw);
    if (problems.length > 0)
        throw new InputError(problems);
    return values;
}
function readInput(name, one, given) {
    const effective = given === '' && one.default !== undefined && !one.default.includes('${{') ? one.default : given;
    if (effective === '')
        return { value: one.empty, problem: one.required ? missing(name, one) : undefined };
    const parsed = one.parse(effective);
    if (!parsed.ok) {
        const got = one.secret ? 'something else' : quote(given);
        return { value: one.empty, problem: `input "${name}": expected ${one.expected}, got ${got}` };
    }
    const isShort = one.secret && effective.length < 4;
    const problem = isShort ? `input "${name}": too short for a secret (under 4 characters)` : undefined;
    return { value: parsed.value, problem };
}
function missing(name, one) {
    if (!one.secret)
        return `input "${name}": required, expected ${one.expected}, got nothing`;
    return `input "${name}": the secret is empty; set it where the caller's "with:" takes it from (an unset secret arrives as an empty text)`;
}
function quote(value) {
    return JSON.stringify(value.length > 200 ? `${value.slice(0, 200)}…` : value);
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/step.js





function shellOf({ action, edge, state, instance }, signal) {
    const path = process.env[JOURNAL_VARIABLE] ?? '';
    if (path !== '')
        edge.holdSummary((markdown) => holdSummary(path, action.name, markdown));
    return {
        log: edge.log,
        signal,
        clock: clock/* systemClock */.ml,
        env: readEnvironment(),
        journal: path === '' ? undefined : journalOf(path, action.name, instance),
        state,
        summary: edge.summary,
        instance,
        annotate: (annotation) => edge.annotate(annotation),
        mask: (secret) => edge.mask(secret),
        exportVariable: (variable, value) => edge.exportVariable(variable, value),
    };
}
function journalOf(path, action, instance) {
    return new Journal(path, { action, instance, clock: clock/* systemClock */.ml });
}
function takeInputs({ action, edge }) {
    const read = readInputs(action.inputs, inputText);
    const { values } = read;
    for (const [name, field] of Object.entries(action.inputs))
        if (field.secret)
            edge.mask(values[name]);
        else
            (0,redact/* rememberPublic */.DU)(inputText(name).trim());
    const between = problemsBetween(action.inputs, read, (all) => action.check?.(all) ?? []);
    const all = [...read.problems, ...between];
    if (all.length > 0)
        throw new errors/* InputError */.dz(all);
    return values;
}
function inputText(name) {
    return process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] ?? '';
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/undo-decision.js
function decideUndo(question) {
    if (question.release === 'committed' || question.release === 'held')
        return { undo: false, why: question.release };
    if (question.onFailure === 'keep')
        return { undo: false, why: 'kept-by-request' };
    if (question.release === 'open')
        return { undo: true, why: 'release-not-committed' };
    if (question.main !== 'finished')
        return { undo: true, why: 'own-failure' };
    if (question.job === 'success')
        return { undo: false, why: 'job-succeeded' };
    return question.onFailure === 'undo' ? { undo: true, why: 'asked-for' } : { undo: false, why: 'not-ours-to-undo' };
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/run-post.js










const LONGEST_TIMER_MS = 2 ** 31 - 1;
async function runPost(action, edge, state) {
    const instance = state.get('instance');
    const { post } = action;
    if (post === undefined || state.get('ready') !== true || instance === undefined)
        return;
    const step = openPost({ action, edge, state, instance }, post);
    const task = await chooseTask(step);
    switch (task.kind) {
        case 'without-journal': {
            const lone = { ...step.shell, signal: withinUndoBudget(step.shell), undo: LOST };
            const outcome = await undoWithoutJournal(action, step.inputs, lone, task.lost);
            return outcome === undefined ? edge.flush() : publish(step, outcome, 'post');
        }
        case 'say':
            return publish(step, task.outcome, 'post');
        case 'nothing':
            return leaveAll(step, task.why);
        case 'run':
            return await runPart(step, task);
    }
}
function openPost(step, post) {
    const inputs = takeInputs(step);
    const named = shellOf(step, abortOnSignals());
    const main = step.state.get('main') ?? 'interrupted';
    const jobStatus = (inputText('job-status') || 'failure');
    const known = knownRelease(step.state);
    const at = (path) => journalOf(path, step.action.name, step.instance);
    const standing = standingOf(known, named.journal?.path ?? '', at);
    const journal = standing.kind === 'journal' ? standing.journal : undefined;
    const lost = standing.kind === 'lost' ? { release: standing.known.release, why: standing.why } : undefined;
    return { ...step, post, inputs, known, standing, shell: { ...named, journal, main, jobStatus, lost } };
}
async function chooseTask(step) {
    const { action, post, inputs, shell, known, standing } = step;
    if (post.when === 'undo' && standing.kind === 'lost')
        return { kind: 'without-journal', lost: standing };
    const release = standing.kind === 'journal' ? standing.state.state : 'none';
    if (release === 'committed' && shell.jobStatus !== 'success' && known !== undefined && post.witness !== undefined) {
        if ((await ask(action, inputs, { ...shell, undo: LOST }, known)) === 'not-released')
            return { kind: 'say', outcome: unconfirmedCommit(known) };
    }
    const undo = decideUndo({ release, main: shell.main, job: shell.jobStatus, onFailure: onFailureOf(inputs) });
    if (post.when === 'always' || undo.undo)
        return { kind: 'run', part: post.run, undo };
    return release === 'open' && undo.why === 'kept-by-request' && post.keep !== undefined
        ? { kind: 'run', part: post.keep, undo }
        : { kind: 'nothing', why: undo.why };
}
const LOST = { undo: true, why: 'release-not-committed' };
function leaveAll(step, why) {
    step.edge.log.info(`nothing to undo: ${why}`);
    if (why === 'kept-by-request')
        noteUnsaid(step, { verdict: 'pass', reason: why, message: 'on-failure is keep', kept: true });
}
async function runPart(step, { part, undo }) {
    const { edge, inputs, post, shell } = step;
    const fail = (error) => {
        record(step, outcomeOfError(error));
        publishError(step, error, 'post');
    };
    const signal = post.when === 'undo' ? withinUndoBudget(shell) : shell.signal;
    onStrayError(fail);
    try {
        const outcome = await part(inputs, { ...shell, signal, undo });
        if (outcome === undefined) {
            if (post.when === 'undo')
                noteUnsaid(step, { verdict: 'pass', reason: 'nothing-to-undo', message: 'there was nothing to undo' });
            return edge.flush();
        }
        record(step, outcome);
        publish(step, outcome, 'post');
    }
    catch (error) {
        fail(error);
    }
}
function record({ action, post, shell }, outcome) {
    if (post.when !== 'undo')
        return;
    const { kept = false, left, message, reason, verdict } = outcome;
    shell.journal?.undone(action.name, { verdict, reason, message, kept, ...(left === undefined ? {} : { left }) });
}
function noteUnsaid({ action, shell }, outcome) {
    const began = shell.journal
        ?.read()
        .entries.some((entry) => entry.kind === 'began' && entry.instance === shell.instance);
    if (began === true)
        shell.journal?.undone(action.name, outcome);
}
function withinUndoBudget(shell) {
    const before = shell.journal?.read();
    if (before !== undefined && before.undoStartedAt === undefined)
        shell.journal?.undoStarted();
    const budget = before?.release.undoDeadlineMs ?? UNDO_DEADLINE_MS;
    const used = shell.clock.now() - (before?.undoStartedAt ?? shell.clock.now());
    const controller = new AbortController();
    const late = new errors/* DeadlineError */.j3(`the undo of this job took longer than its budget of ${(0,duration/* formatDuration */.a)(budget)}`);
    const left = Math.min(Math.max(0, budget - used), LONGEST_TIMER_MS);
    setTimeout(() => controller.abort(late), left).unref();
    const either = AbortSignal.any([shell.signal, controller.signal]);
    (0,external_node_events_namespaceObject.setMaxListeners)(0, either);
    return either;
}
function onFailureOf(inputs) {
    const value = inputs['on-failure'];
    return value === 'auto' || value === 'undo' || value === 'keep' ? value : undefined;
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/state.js





const PREFIX = 'lockstep-';
const STATE_LIMIT_BYTES = 16_000;
const SMALL_BYTES = 4_000;
function runnerState(env, fileOf) {
    const own = new Map();
    const put = (key, text) => {
        const others = [...own]
            .filter(([other]) => other !== key)
            .reduce((sum, [, one]) => sum + Buffer.byteLength(one), 0);
        const bytes = others + Buffer.byteLength(text);
        if (bytes > STATE_LIMIT_BYTES)
            throw new Error(`state "${key}": ${bytes} bytes with the others, the limit is ${STATE_LIMIT_BYTES}; keep() it`);
        own.set(key, text);
        giveRunner('state', `${PREFIX}${key}`, text);
    };
    return {
        save: (key, value) => put(key, JSON.stringify((0,redact/* redactData */.Ed)(value))),
        keep: (key, value) => {
            const text = JSON.stringify((0,redact/* redactData */.Ed)(value));
            if (Buffer.byteLength(text) <= SMALL_BYTES)
                return put(key, text);
            const path = fileOf(key);
            writeWhole(path, text);
            put(key, JSON.stringify({ lockstepFile: path, digest: digestOf(text) }));
        },
        get: (key) => {
            const text = own.get(key) ?? env[`STATE_${PREFIX}${key}`];
            if (text === undefined || text === '')
                return undefined;
            const value = JSON.parse(text);
            return isInFile(value) ? readWhole(key, value) : value;
        },
    };
}
function writeWhole(path, text) {
    if (!(0,external_node_fs_.existsSync)((0,external_node_path_.dirname)(path)))
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
    (0,external_node_fs_.writeFileSync)(`${path}.draft`, text, { mode: 0o600, flush: true });
    (0,external_node_fs_.renameSync)(`${path}.draft`, path);
}
function readWhole(key, { lockstepFile, digest }) {
    const changed = `what this step kept for its post step (${key}, ${lockstepFile})`;
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)(lockstepFile, 'utf8');
    }
    catch (cause) {
        throw new errors/* InputError */.dz(`${changed} is gone: no step of the job may remove files of RUNNER_TEMP`, { cause });
    }
    if (digestOf(text) !== digest)
        throw new errors/* InputError */.dz(`${changed} was changed: no step of the job may write to files of RUNNER_TEMP`);
    return JSON.parse(text);
}
function isInFile(value) {
    return typeof value === 'object' && value !== null && typeof value.lockstepFile === 'string';
}
function digestOf(text) {
    return (0,external_node_crypto_().createHash)('sha256').update(text).digest('hex');
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/step-id.js
function stepId(now = Date.now(), random = Math.random) {
    const bits = (count) => Math.floor(random() * 2 ** count);
    const hex = (value, digits) => value.toString(16).padStart(digits, '0');
    const time = hex(now, 12);
    const tail = `${hex(bits(24), 6)}${hex(bits(24), 6)}`;
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(bits(12), 3)}-${hex(0x8000 + bits(14), 4)}-${tail}`;
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/run-action.js












const LINGER_MS = 2_000;
async function runAction(action) {
    const edge = new Edge();
    try {
        await honourProxy(process.env, edge.log);
        const state = openState();
        if (state.get('phase') === undefined) {
            state.save('phase', 'post');
            await runMain(action, edge, state);
        }
        else {
            await runPost(action, edge, state);
        }
    }
    catch (error) {
        publishError({ action, edge }, error, 'main');
    }
    onStrayError(() => undefined);
    setTimeout(() => process.exit(), LINGER_MS).unref();
}
function openState() {
    const { tempDir } = readEnvironment();
    const state = runnerState(process.env, (key) => (0,external_node_path_.join)(tempDir, 'lockstep-state', `${state.get('instance')}-${key}.json`));
    return state;
}
async function runMain(action, edge, state) {
    const instance = stepId();
    state.save('instance', instance);
    const step = { action, edge, state, instance };
    const shell = shellOf(step, abortOnSignals());
    const fail = (error) => {
        state.save('main', 'failed');
        publishError(step, error, 'main');
        noteFailure(shell, outcomeOfError(error));
    };
    onStrayError(fail);
    try {
        const inputs = takeInputs(step);
        state.save('ready', true);
        if (shell.journal === undefined)
            refuseHiddenRelease(shell.env.tempDir);
        noteRelease(state, shell.journal);
        const outcome = await action.run(inputs, shell);
        state.save('main', passes(outcome) ? 'finished' : 'failed');
        if (!passes(outcome))
            noteFailure(shell, outcome);
        publish(step, outcome, 'main');
    }
    catch (error) {
        fail(error);
    }
}
function noteFailure(shell, outcome) {
    if (shell.journal?.exists() === true)
        shell.journal.note('failure', { reason: outcome.reason, message: outcome.message });
}


/***/ }),

/***/ 487241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ inParallel)
/* harmony export */ });
async function inParallel(workers, items, work, stop) {
    const waiting = [...items];
    let failure;
    const run = async (worker) => {
        while (failure === undefined) {
            const item = waiting.shift();
            if (item === undefined)
                return;
            try {
                await work(worker, item);
            }
            catch (error) {
                if (failure !== undefined)
                    return;
                failure = { error };
                stop();
            }
        }
    };
    await Promise.all(workers.map(run));
    if (failure !== undefined)
        throw failure.error;
}


/***/ }),

/***/ 630033:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   gS: () => (/* binding */ generationOf),
/* harmony export */   y2: () => (/* binding */ keptFiles)
/* harmony export */ });
/* unused harmony exports FILES_PREFIX, fileDays */
/* harmony import */ var _manifest_manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(922336);

const FILES_PREFIX = 'files/';
function generationOf(tier, atMs) {
    const day = new Date(atMs).toISOString();
    const period = isShort(tier) ? day.slice(0, 7) : day.slice(0, 4);
    return `${FILES_PREFIX}${tier}/${period}/`;
}
function isShort(tier) {
    return tier === 'daily' || tier === 'weekly';
}
function fileDays(tier, days) {
    return days + (isShort(tier) ? 31 : 366);
}
function keptFiles(kept) {
    return kept.flatMap(({ name, days }) => {
        const tier = _manifest_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .TIERS */ .iB.find((one) => one === name);
        return tier === undefined ? [] : [{ name: `files/${tier}`, days: fileDays(tier, days) }];
    });
}


/***/ }),

/***/ 191747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   MP: () => (/* binding */ verifying),
/* harmony export */   RR: () => (/* binding */ listing),
/* harmony export */   Sd: () => (/* binding */ openFileSource),
/* harmony export */   he: () => (/* binding */ writeBackupFiles),
/* harmony export */   kJ: () => (/* binding */ copying)
/* harmony export */ });
const copying = () => __nccwpck_require__.e(/* import() */ 380).then(__nccwpck_require__.bind(__nccwpck_require__, 778563));
const listing = () => __nccwpck_require__.e(/* import() */ 974).then(__nccwpck_require__.bind(__nccwpck_require__, 487829));
const verifying = () => __nccwpck_require__.e(/* import() */ 364).then(__nccwpck_require__.bind(__nccwpck_require__, 561570));
async function openFileSource(settings, tools) {
    const { s3FileSource } = await Promise.all(/* import() */[__nccwpck_require__.e(589), __nccwpck_require__.e(35)]).then(__nccwpck_require__.bind(__nccwpck_require__, 65369));
    return s3FileSource(settings, tools);
}
async function writeBackupFiles(options, folder) {
    const { writeFiles } = await __nccwpck_require__.e(/* import() */ 650).then(__nccwpck_require__.bind(__nccwpck_require__, 104640));
    return writeFiles({ ...options, parallel: 1 }, folder);
}


/***/ }),

/***/ 922336:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  s4: () => (/* binding */ CONTENTS_KIND),
  Zx: () => (/* binding */ CONTENTS_NAME),
  $8: () => (/* binding */ MANIFEST_KIND),
  ir: () => (/* binding */ MANIFEST_NAME),
  iB: () => (/* binding */ TIERS),
  WH: () => (/* binding */ backupId),
  nY: () => (/* binding */ backupPrefix),
  "if": () => (/* binding */ isBackupId),
  It: () => (/* binding */ manifestDigest),
  ku: () => (/* binding */ schemaDigest),
  cv: () => (/* binding */ takenAtOf)
});

// EXTERNAL MODULE: external "node:crypto"
let external_node_crypto__kept;
const external_node_crypto_ = () => (external_node_crypto__kept ??= __nccwpck_require__(823569));
;// CONCATENATED MODULE: ./packages/base/lib/canonical.js
function canonicalJson(value) {
    return JSON.stringify(value, (_key, member) => {
        if (typeof member !== 'object' || member === null || Array.isArray(member))
            return member;
        return Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
    });
}

;// CONCATENATED MODULE: ./packages/backup/lib/manifest/manifest.js


const MANIFEST_KIND = 'lockstep-backup/1';
const MANIFEST_NAME = 'manifest.json';
const TIERS = ['daily', 'weekly', 'monthly', 'yearly'];
const CONTENTS_KIND = 'lockstep-backup-contents/1';
const CONTENTS_NAME = 'contents.json';
function manifestDigest(manifest) {
    return (0,external_node_crypto_().createHash)('sha256').update(canonicalJson(manifest)).digest('hex');
}
function schemaDigest(schema) {
    return (0,external_node_crypto_().createHash)('sha256').update(canonicalJson(schema)).digest('hex');
}
function backupPrefix(tier, id) {
    return `${tier}/${id}/`;
}
const ID = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-[0-9a-f]{8}$/;
function backupId(takenAtMs, random) {
    return `${new Date(takenAtMs).toISOString().replace(/[-:]|\.\d+/g, '')}-${random}`;
}
function isBackupId(text) {
    return ID.test(text);
}
function takenAtOf(id) {
    const [, year, month, day, hour, minute, second] = ID.exec(id) ?? [];
    if (year === undefined)
        return undefined;
    return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}


/***/ }),

/***/ 366726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   WI: () => (/* binding */ readManifest),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   r0: () => (/* binding */ readContents)
/* harmony export */ });
/* unused harmony export parseManifest */
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1015169);
/* harmony import */ var _seal_sealed_object_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(360467);
/* harmony import */ var _targets_target_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(121859);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(922336);




const LONGEST = 64 * 1024 * 1024;
async function readManifest(target, prefix, options) {
    let text;
    try {
        text = await textOf(await target.get(`${prefix}${_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .MANIFEST_NAME */ .ir}`, options));
    }
    catch (error) {
        if (error instanceof _targets_target_js__WEBPACK_IMPORTED_MODULE_1__/* .MissingObject */ ._m)
            return { kind: 'missing' };
        throw error;
    }
    return parseManifest(text, prefix);
}
function parseManifest(text, prefix) {
    let data;
    try {
        data = JSON.parse(text);
    }
    catch {
        return { kind: 'unreadable', why: 'it is no JSON' };
    }
    if (!(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .j)(data))
        return { kind: 'unreadable', why: 'it is no JSON object' };
    const kind = data['kind'];
    if (kind !== _manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .MANIFEST_KIND */ .$8) {
        const version = /^lockstep-backup\/(\d+)$/.exec(String(kind))?.[1];
        if (version === undefined)
            return { kind: 'unreadable', why: 'it is no manifest of a backup' };
        return { kind: 'newer', why: `it is of version ${version}, and this program reads version 1` };
    }
    const { digest, ...rest } = data;
    if (digest !== (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .manifestDigest */ .It)(rest))
        return { kind: 'edited', why: 'its digest is not that of its text' };
    const problems = shapeProblems(data);
    if (problems.length > 0)
        return { kind: 'unreadable', why: problems.join('; ') };
    if (prefix !== `${rest.tier}/${rest.id}/`)
        return { kind: 'edited', why: `it is of the backup ${rest.tier}/${rest.id}, and is kept as ${prefix}` };
    return { kind: 'read', manifest: { ...rest, digest } };
}
function shapeProblems(data) {
    const fields = new _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .Fields */ .C(data, 'manifest');
    for (const name of ['id', 'tier', 'takenAt', 'finishedAt'])
        fields.text(name, { required: true });
    for (const name of ['source', 'encryption', 'totals', 'contents', 'tool']) {
        if (fields.map(name) === undefined)
            fields.complain(name, 'required');
    }
    if (!Array.isArray(data['objects']))
        fields.complain('objects', 'expected a list');
    return fields.problems;
}
async function readContents(from, manifest, options) {
    const text = await textOf((0,_seal_sealed_object_js__WEBPACK_IMPORTED_MODULE_3__/* .openSealed */ .j5)(from, manifest.contents, options));
    const contents = JSON.parse(text);
    if (contents.kind !== _manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .CONTENTS_KIND */ .s4)
        throw new _seal_sealed_object_js__WEBPACK_IMPORTED_MODULE_3__/* .ChangedObject */ .UR('the contents are of another version');
    const { id, takenAt, source } = manifest;
    const isOfIt = contents.id === id && contents.takenAt === takenAt && JSON.stringify(contents.source) === JSON.stringify(source);
    if (!isOfIt)
        throw new _seal_sealed_object_js__WEBPACK_IMPORTED_MODULE_3__/* .ChangedObject */ .UR(`the contents are of another backup: ${contents.id}`);
    const names = manifest.objects.map((object) => object.name);
    const missing = contents.order.filter((name) => !names.includes(name));
    const tables = contents.tables.filter(({ object }) => !contents.order.includes(object));
    if (missing.length > 0 || tables.length > 0)
        throw new _seal_sealed_object_js__WEBPACK_IMPORTED_MODULE_3__/* .ChangedObject */ .UR(`the manifest does not list ${[...missing, ...tables.map(({ name }) => name)].join(', ')}`);
    const rows = contents.tables.reduce((sum, table) => sum + table.rows, 0);
    if (contents.tables.length !== manifest.totals.tables || rows !== manifest.totals.rows)
        throw new _seal_sealed_object_js__WEBPACK_IMPORTED_MODULE_3__/* .ChangedObject */ .UR('the manifest counts other tables or rows than the contents');
    return contents;
}
async function textOf(body) {
    const chunks = [];
    let length = 0;
    for await (const chunk of body) {
        chunks.push(chunk);
        length += chunk.length;
        if (length > LONGEST)
            throw new _seal_sealed_object_js__WEBPACK_IMPORTED_MODULE_3__/* .ChangedObject */ .UR('it is too long for what it should be');
    }
    return Buffer.concat(chunks).toString('utf8');
}


/***/ }),

/***/ 857862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gb: () => (/* binding */ withoutTablespaces),
/* harmony export */   IA: () => (/* binding */ eventTriggersLast),
/* harmony export */   Mc: () => (/* binding */ entriesOf)
/* harmony export */ });
const QUOTES = `'|"|\\$(?:[A-Za-z_\\u0080-\\uffff][\\w\\u0080-\\uffff]*)?\\$|--.*`;
const HEAD = /^--\n-- Name: (.*); Type: (.*); Schema: (.*); Owner: (.*)\n--\n/;
const TABLESPACE = /^SET default_tablespace = (?!'')(.*);$/;
const IN_NAME = /[\w$\u0080-\uffff]$/;
function entriesOf(script) {
    const heads = [];
    for (const found of unquoted(script, HEAD)) {
        const [, name = '', type = '', schema = '-', owner = '-'] = found;
        const object = `${type.toLowerCase()} ${schema === '-' ? '' : `${schema}.`}${name}`;
        heads.push({ at: found.index, object, type, name, schema, owner });
    }
    const at = (nth) => heads[nth]?.at ?? script.length;
    return {
        prelude: script.slice(0, at(0)),
        entries: heads.map(({ at: from, ...head }, nth) => ({ ...head, sql: script.slice(from, at(nth + 1)) })),
    };
}
function* unquoted(script, wanted) {
    const token = new RegExp(`${wanted.source}|${QUOTES}`, 'gm');
    for (let found = token.exec(script); found !== null; found = token.exec(script)) {
        const [text] = found;
        if (found[1] !== undefined)
            yield found;
        else if (!text.startsWith('--') && !(text.startsWith('$') && IN_NAME.test(script.charAt(found.index - 1))))
            token.lastIndex = endOfQuoted(script, token.lastIndex, text, isEscaped(script, found.index));
    }
}
function withoutTablespaces(script, there) {
    let rewritten = '';
    let from = 0;
    for (const { index, 0: text, 1: quoted = '' } of unquoted(script, TABLESPACE)) {
        const name = quoted.startsWith('"') ? quoted.slice(1, -1).replaceAll('""', '"') : quoted;
        if (there.has(name))
            continue;
        rewritten += `${script.slice(from, index)}SET default_tablespace = '';`;
        from = index + text.length;
    }
    return rewritten + script.slice(from);
}
function isEscaped(script, quoteAt) {
    return /(^|[^\w$])[eE]$/.test(script.slice(Math.max(0, quoteAt - 2), quoteAt));
}
function endOfQuoted(script, from, quote, escaped) {
    if (!escaped) {
        const end = script.indexOf(quote, from);
        return end === -1 ? script.length : end + quote.length;
    }
    for (let at = from; at < script.length; at++) {
        if (script[at] === '\\')
            at++;
        else if (script[at] === "'")
            return at + 1;
    }
    return script.length;
}
function eventTriggersLast(script) {
    const { prelude, entries } = entriesOf(script);
    const first = entries.findIndex(({ type }) => type === 'EVENT TRIGGER');
    if (first === -1)
        return script;
    const last = entries.at(-1);
    const foot = last.sql.lastIndexOf('\n--\n-- PostgreSQL database dump complete\n');
    const end = foot === -1 ? '' : last.sql.slice(foot + 1);
    const whole = [...entries.slice(0, -1), { ...last, sql: foot === -1 ? last.sql : last.sql.slice(0, foot + 1) }];
    const isFilling = ({ type }) => type === 'MATERIALIZED VIEW DATA';
    const later = whole.slice(first);
    const ordered = [...whole.slice(0, first), ...later.filter(isFilling), ...later.filter((entry) => !isFilling(entry))];
    return prelude + ordered.map(({ sql }) => sql).join('') + end;
}


/***/ }),

/***/ 123728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Uq: () => (/* binding */ readScript),
/* harmony export */   XY: () => (/* binding */ copyScript),
/* harmony export */   nQ: () => (/* binding */ BrokenScript)
/* harmony export */ });
/* harmony import */ var _row_hash_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(446537);

const END = Buffer.from('\\.\n');
const NEWLINE = 10;
async function* copyScript(table, digest) {
    const hash = new _row_hash_js__WEBPACK_IMPORTED_MODULE_0__/* .RowHash */ .X();
    yield Buffer.from(`${table.statement}\n`);
    for await (const batch of table.rows) {
        hash.add(batch);
        yield batch;
    }
    yield END;
    const rows = hash.digest();
    if (rows === undefined)
        throw new Error('the last row of a COPY has no end');
    digest(rows);
}
class BrokenScript extends Error {
    name = 'BrokenScript';
}
async function readScript(script, statement) {
    const chunks = script[Symbol.asyncIterator]();
    const expected = Buffer.from(`${statement}\n`);
    let head = Buffer.alloc(0);
    while (head.length < expected.length) {
        const next = await chunks.next();
        if (next.done === true)
            break;
        head = Buffer.concat([head, next.value]);
    }
    if (!head.subarray(0, expected.length).equals(expected))
        throw new BrokenScript(`it does not begin with ${statement}`);
    const hash = new _row_hash_js__WEBPACK_IMPORTED_MODULE_0__/* .RowHash */ .X();
    let whole;
    async function* rows() {
        for await (const chunk of withoutEnd(head.subarray(expected.length), chunks)) {
            hash.add(chunk);
            yield chunk;
        }
        whole = hash.digest();
        if (whole === undefined)
            throw new BrokenScript('its last row is cut');
    }
    return {
        rows: rows(),
        digest: () => {
            if (whole === undefined)
                throw new Error('not all rows were read');
            return whole;
        },
    };
}
async function* withoutEnd(first, chunks) {
    let held = first;
    let previous = NEWLINE;
    for (;;) {
        const next = await chunks.next();
        if (next.done === true)
            break;
        const all = held.length === 0 ? asBuffer(next.value) : Buffer.concat([held, next.value]);
        const free = Math.max(0, all.length - END.length);
        if (free > 0) {
            previous = all[free - 1] ?? previous;
            yield all.subarray(0, free);
        }
        held = Buffer.from(all.subarray(free));
    }
    const free = held.length - END.length;
    if (free > 0) {
        previous = held[free - 1] ?? previous;
        yield held.subarray(0, free);
    }
    if (free < 0 || previous !== NEWLINE || !held.subarray(free).equals(END))
        throw new BrokenScript('its end is missing');
}
function asBuffer(bytes) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}


/***/ }),

/***/ 446537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ RowHash)
/* harmony export */ });
let node_crypto__WEBPACK_IMPORTED_MODULE_0___kept;
const node_crypto__WEBPACK_IMPORTED_MODULE_0__ = () => (node_crypto__WEBPACK_IMPORTED_MODULE_0___kept ??= __nccwpck_require__(823569));

const NEWLINE = 10;
const FOLD_EVERY = 2 ** 20;
const MOD = 2n ** 128n;
class RowHash {
    #sums = [0, 0, 0, 0];
    #total = 0n;
    #rows = 0;
    #bytes = 0;
    #rest = [];
    add(chunk) {
        this.#bytes += chunk.length;
        let from = 0;
        for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, from)) {
            this.#row(chunk.subarray(from, end));
            from = end + 1;
        }
        if (from < chunk.length)
            this.#rest.push(Buffer.from(chunk.subarray(from)));
    }
    digest() {
        if (this.#rest.length > 0)
            return undefined;
        this.#fold();
        return { rows: this.#rows, bytes: this.#bytes, hash: this.#total.toString(16).padStart(32, '0') };
    }
    #row(end) {
        const digest = this.#rest.length === 0 ? sha256(end) : this.#longRow(end);
        for (let word = 0; word < 4; word++) {
            this.#sums[word] += digest.readUInt32BE(word * 4);
        }
        this.#rows++;
        if (this.#rows % FOLD_EVERY === 0)
            this.#fold();
    }
    #longRow(end) {
        const long = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__().createHash)('sha256');
        for (const part of this.#rest)
            long.update(part);
        this.#rest = [];
        return long.update(end).digest();
    }
    #fold() {
        for (const [word, sum] of this.#sums.entries()) {
            this.#total += BigInt(sum) << BigInt(96 - 32 * word);
            this.#sums[word] = 0;
        }
        this.#total %= MOD;
    }
}
function sha256(row) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__().hash)('sha256', row, 'buffer');
}


/***/ }),

/***/ 436265:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O2: () => (/* binding */ recipientProblems),
/* harmony export */   Yc: () => (/* binding */ decrypt),
/* harmony export */   d1: () => (/* binding */ readIdentities),
/* harmony export */   fG: () => (/* binding */ CannotDecrypt),
/* harmony export */   w: () => (/* binding */ encrypt)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(203906);

async function encrypt(plain, recipients) {
    const { Encrypter } = await __nccwpck_require__.e(/* import() */ 747).then(__nccwpck_require__.bind(__nccwpck_require__, 782032));
    const encrypter = new Encrypter();
    for (const recipient of recipients)
        encrypter.addRecipient(recipient);
    return encrypter.encrypt(ReadableStream.from(plain));
}
async function recipientProblems(recipients) {
    if (recipients.length === 0)
        return ['encrypt-to: at least one age recipient (age1…), or none'];
    const { Encrypter } = await __nccwpck_require__.e(/* import() */ 747).then(__nccwpck_require__.bind(__nccwpck_require__, 782032));
    return recipients.flatMap((recipient, at) => {
        const which = `encrypt-to: line ${at + 1}`;
        if (/AGE-SECRET-KEY/i.test(recipient))
            return [
                `${which} is the key that decrypts; give its recipient (age-keygen -y), and replace that key: it was shown`,
            ];
        try {
            new Encrypter().addRecipient(recipient);
            return [];
        }
        catch {
            if (/^age1[a-z0-9]{1,2000}$/.test(recipient))
                return [`${which}: "${recipient}" is no age recipient (age1…)`];
            return [
                `${which} is no age recipient (age1…); a passphrase or an SSH key cannot be used, age-keygen creates a key`,
            ];
        }
    });
}
class CannotDecrypt extends Error {
    name = 'CannotDecrypt';
}
async function* decrypt(sealed, identities) {
    const { Decrypter } = await __nccwpck_require__.e(/* import() */ 747).then(__nccwpck_require__.bind(__nccwpck_require__, 782032));
    const decrypter = new Decrypter();
    for (const identity of identities)
        decrypter.addIdentity(identity);
    let failure;
    async function* watched() {
        try {
            yield* sealed;
        }
        catch (error) {
            failure = error;
            throw error;
        }
    }
    try {
        yield* (await decrypter.decrypt(ReadableStream.from(watched())));
    }
    catch (cause) {
        if (failure !== undefined)
            throw failure;
        throw new CannotDecrypt('it cannot be decrypted: another key, or bytes that are not as they were', { cause });
    }
}
async function readIdentities(text) {
    const lines = text.split(/\r?\n/).map((line) => line.trim());
    const identities = lines.filter((line) => line !== '' && !line.startsWith('#'));
    const { Decrypter } = await __nccwpck_require__.e(/* import() */ 747).then(__nccwpck_require__.bind(__nccwpck_require__, 782032));
    const problems = identities.flatMap((identity, at) => {
        try {
            new Decrypter().addIdentity(identity);
            return [];
        }
        catch {
            return [
                `decrypt-with: key ${at + 1} is no age identity (AGE-SECRET-KEY-…); a passphrase or an SSH key cannot be used`,
            ];
        }
    });
    if (identities.length === 0)
        problems.push('decrypt-with: no key in it; expected AGE-SECRET-KEY-…');
    if (problems.length > 0)
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(problems);
    return identities;
}


/***/ }),

/***/ 360467:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  UR: () => (/* binding */ ChangedObject),
  j5: () => (/* binding */ openSealed),
  M_: () => (/* binding */ store),
  ux: () => (/* binding */ storeSealed)
});

// EXTERNAL MODULE: external "node:crypto"
let external_node_crypto__kept;
const external_node_crypto_ = () => (external_node_crypto__kept ??= __nccwpck_require__(823569));
;// CONCATENATED MODULE: external "node:stream"
let external_node_stream_namespaceObject_kept;
const external_node_stream_namespaceObject = () => (external_node_stream_namespaceObject_kept ??= __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream"));
;// CONCATENATED MODULE: external "node:zlib"
let external_node_zlib_namespaceObject_kept;
const external_node_zlib_namespaceObject = () => (external_node_zlib_namespaceObject_kept ??= __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib"));
// EXTERNAL MODULE: ./packages/backup/lib/seal/recipients.js
var recipients = __nccwpck_require__(436265);
;// CONCATENATED MODULE: ./packages/backup/lib/seal/sealed-object.js




const GZIP = { level: 1, chunkSize: 256 * 1024 };
async function storeSealed(seal, name, plain) {
    const packed = compress(plain);
    const isSealed = seal.encryption.kind === 'age';
    const body = seal.encryption.kind === 'age' ? await (0,recipients/* encrypt */.w)(packed, seal.encryption.recipients) : packed;
    return store(seal, `${name}.gz${isSealed ? '.age' : ''}`, body);
}
async function store(seal, name, body) {
    const hash = (0,external_node_crypto_().createHash)('sha256');
    let bytes = 0;
    async function* hashed() {
        for await (const chunk of body) {
            hash.update(chunk);
            bytes += chunk.length;
            yield chunk;
        }
    }
    const stored = await seal.target.put(`${seal.prefix}${name}`, hashed(), { signal: seal.signal });
    if (stored.bytes !== bytes)
        throw new Error(`${name}: ${bytes} bytes were sent, and ${stored.bytes} are stored`);
    return { name, bytes, sha256: hash.digest('hex') };
}
async function* compress(plain) {
    const source = external_node_stream_namespaceObject().Readable.from(plain, { objectMode: true });
    const gzip = (0,external_node_zlib_namespaceObject().createGzip)(GZIP);
    source.once('error', (error) => gzip.destroy(error));
    try {
        yield* source.pipe(gzip);
    }
    finally {
        source.destroy();
        gzip.destroy();
    }
}
class ChangedObject extends Error {
    name = 'ChangedObject';
}
async function* openSealed(from, record, options) {
    const key = `${from.prefix}${record.name}`;
    const stored = verified(await from.target.get(key, options), record);
    const packed = record.name.endsWith('.age') ? (0,recipients/* decrypt */.Yc)(stored, from.identities) : stored;
    const gunzip = (0,external_node_zlib_namespaceObject().createGunzip)({ chunkSize: 256 * 1024 });
    const source = external_node_stream_namespaceObject().Readable.from(packed, { objectMode: true });
    source.once('error', (error) => gunzip.destroy(error));
    try {
        yield* source.pipe(gunzip);
    }
    catch (error) {
        if (error instanceof recipients/* CannotDecrypt */.fG)
            await drain(verified(await from.target.get(key, options), record));
        const code = error.code ?? '';
        if (!code.startsWith('Z_'))
            throw error;
        throw new ChangedObject(`${record.name} cannot be unpacked`, { cause: error });
    }
    finally {
        source.destroy();
        gunzip.destroy();
    }
}
async function drain(body) {
    for await (const _chunk of body)
        ;
}
async function* verified(stored, record) {
    const hash = (0,external_node_crypto_().createHash)('sha256');
    let bytes = 0;
    for await (const chunk of stored) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
    }
    if (bytes !== record.bytes || hash.digest('hex') !== record.sha256)
        throw new ChangedObject(`${record.name} is not what was stored: ${bytes} bytes, expected ${record.bytes}`);
}


/***/ }),

/***/ 345882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   QA: () => (/* binding */ setSequence),
/* harmony export */   ec: () => (/* binding */ copyInStatement),
/* harmony export */   ig: () => (/* binding */ leftOut),
/* harmony export */   lu: () => (/* binding */ readSequences),
/* harmony export */   zj: () => (/* binding */ copyOutStatement),
/* harmony export */   zw: () => (/* binding */ readInventory)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(85008);
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(247753);


const ARCHIVES = 'lockstep_archive';
function leftOut({ withArchives, withoutSchemas }) {
    return withArchives === true ? withoutSchemas : [...withoutSchemas, ARCHIVES];
}
const PLATFORM = /^supabase_(admin|auth_admin|storage_admin|realtime_admin|functions_admin|replication_admin|etl_admin)$/;
const relations = (size) => `
with settings as (select t.oid, nullif(t.condition, '') as condition
    from pg_catalog.pg_extension e cross join lateral rows from (pg_catalog.unnest(e.extconfig), pg_catalog.unnest(e.extcondition)) as t (oid, condition))
select c.oid, n.nspname, c.relname, c.relkind, c.relpersistence,
    pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname) as name,
    (select pg_catalog.json_agg(pg_catalog.quote_ident(a.attname) order by a.attnum) from pg_catalog.pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''),
    exists (select from settings s where s.oid = c.oid), (select s.condition from settings s where s.oid = c.oid),
    case when c.relkind = 'S' then pg_catalog.has_sequence_privilege(c.oid, 'select')
         else pg_catalog.has_table_privilege(c.oid, 'select') end
      and pg_catalog.has_schema_privilege(n.oid, 'usage'),
    c.relkind in ('r', 'p') and pg_catalog.row_security_active(c.oid),
    case when c.relkind = 'r' then ${size} else 0 end, pg_catalog.pg_get_userbyid(c.relowner),
    (select pg_catalog.json_agg(pg_catalog.format_type(a.atttypid, a.atttypmod) order by a.attnum) from pg_catalog.pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '')
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('r', 'p', 'S', 'f') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
   and (exists (select from settings s where s.oid = c.oid) or not exists (select from pg_catalog.pg_depend d
          where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid and d.deptype = 'e'))
 order by name`;
async function readInventory(session, selection, { locked }) {
    const rows = await session.rows(relations(locked ? 'pg_catalog.pg_table_size(c.oid)' : '0'));
    const [large] = await session.rows('select count(*) from pg_catalog.pg_largeobject_metadata');
    const [prepared] = await session.rows('select count(*) from pg_catalog.pg_prepared_xacts where database = pg_catalog.current_database()');
    const subscriptions = await session.rows(`select s.subname from pg_catalog.pg_subscription s join pg_catalog.pg_database d on d.oid = s.subdbid
      where d.datname = pg_catalog.current_database() order by 1`);
    const inventory = plan(rows.map(readRelation), selection, Number(large?.[0]));
    return {
        ...inventory,
        notContained: [
            ...inventory.notContained,
            ...subscriptions.map(([name]) => ({ what: `subscription ${name}`, why: 'a copy of it would take its place' })),
            ...(prepared?.[0] === '0' ? [] : [{ what: `${prepared?.[0]} prepared transactions`, why: 'not yet committed' }]),
        ],
    };
}
function listOf(json) {
    return json === null || json === undefined ? [] : JSON.parse(json);
}
function readRelation(row) {
    const [oid, schema, relation, kind, persistence, name, columns, isSetting, condition, readable, hidden, bytes, owner, types,] = row;
    return {
        table: {
            oid: oid ?? '',
            schema: schema ?? '',
            name: name ?? '',
            columns: listOf(columns),
            types: listOf(types),
            condition: condition ?? undefined,
            isPartitioned: kind === 'p',
            bytes: Number(bytes),
        },
        kind: kind ?? '',
        persistence: persistence ?? '',
        plainName: `${schema}.${relation}`,
        isSetting: isSetting === 't',
        isReadable: readable === 't',
        isHidden: hidden === 't',
        owner: owner ?? '',
    };
}
function plan(relations, selection, largeObjects) {
    const tables = [];
    const sequences = [];
    const toLock = [];
    const notContained = [];
    const withoutTables = [];
    const hidden = [];
    const unreadable = [];
    for (const relation of relations) {
        const { table, kind } = relation;
        const isKept = !leftOut(selection).includes(table.schema);
        if (!isKept) {
            const isArchive = table.schema === ARCHIVES && !selection.withoutSchemas.includes(ARCHIVES);
            const why = isArchive
                ? 'archives of rollbacks are left out unless include-archives is set'
                : 'its schema is left out on request';
            if (kind !== 'S')
                notContained.push({ what: `table ${table.name}`, why });
        }
        else if (kind === 'f') {
            notContained.push({ what: `rows of the foreign table ${table.name}`, why: 'they are on another server' });
        }
        else if (!relation.isReadable && PLATFORM.test(relation.owner)) {
            if (kind === 'S')
                continue;
            withoutTables.push(table.name);
            notContained.push({
                what: `table ${table.name}`,
                why: `it is ${relation.owner}'s, and this role may not read it`,
            });
        }
        else if (!relation.isReadable)
            unreadable.push(table.name);
        else if (kind === 'S')
            sequences.push(table.name);
        else {
            if (!relation.isSetting)
                toLock.push(table.name);
            if (kind === 'p')
                continue;
            const isLeftOut = selection.withoutRows.some((pattern) => (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .fits */ .l)(pattern, relation.plainName));
            if (isLeftOut)
                notContained.push({ what: `rows of ${table.name}`, why: 'left out on request' });
            else if (relation.persistence === 'u')
                notContained.push({ what: `rows of ${table.name}`, why: 'the table is unlogged' });
            else if (relation.isHidden)
                hidden.push(table.name);
            else
                tables.push(table);
        }
    }
    return { tables, sequences, toLock, notContained, withoutTables, hidden, unreadable, largeObjects };
}
function copyOutStatement({ name, columns, condition, }) {
    const list = columns.join(', ');
    if (condition !== undefined)
        return `copy (select ${list} from only ${name} ${condition}) to stdout`;
    return `copy ${name}${list === '' ? '' : ` (${list})`} to stdout`;
}
function copyInStatement({ name, columns }) {
    return `COPY ${name}${columns.length === 0 ? '' : ` (${columns.join(', ')})`} FROM stdin;`;
}
async function readSequences(session, names) {
    const values = [];
    for (let from = 0; from < names.length; from += 500) {
        const queries = names
            .slice(from, from + 500)
            .map((name) => `select ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(name)}::text, last_value::text, is_called from ${name}`);
        for (const [name, last, called] of await session.rows(queries.join(' union all '))) {
            values.push({ name: name ?? '', lastValue: last ?? '', isCalled: called === 't' });
        }
    }
    return values;
}
function setSequence({ name, lastValue, isCalled }) {
    return `select pg_catalog.setval(${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(name)}, ${lastValue}, ${isCalled});\n`;
}


/***/ }),

/***/ 793296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ withoutEventTriggers)
/* harmony export */ });
async function withoutEventTriggers(session) {
    await session.send('set session_replication_role = replica');
    if (session.version >= 170_000)
        await session.send('set event_triggers = off');
}


/***/ }),

/***/ 163522:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ SOURCE_SETTINGS),
/* harmony export */   j: () => (/* binding */ RESTORE_SETTINGS)
/* harmony export */ });
const FORMAT = [
    "datestyle = 'ISO, YMD'",
    'intervalstyle = postgres',
    "timezone = 'UTC'",
    'extra_float_digits = 3',
    'bytea_output = hex',
    "search_path = ''",
    "client_encoding = 'UTF8'",
    'xmloption = content',
];
const READING = ['row_security = off', 'synchronize_seqscans = off', 'statement_timeout = 0', 'lock_timeout = 0'];
const HOLDING = ['idle_in_transaction_session_timeout = 0'];
const SOURCE_SETTINGS = [...FORMAT, ...READING, ...HOLDING].map((each) => `set local ${each}`).join('; ');
const RESTORE_SETTINGS = [...FORMAT, ...READING, ...HOLDING, 'check_function_bodies = off']
    .map((each) => `set ${each}`)
    .join('; ');


/***/ }),

/***/ 121859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _m: () => (/* binding */ MissingObject),
/* harmony export */   dD: () => (/* binding */ keyProblem),
/* harmony export */   sM: () => (/* binding */ assertKey)
/* harmony export */ });
class MissingObject extends Error {
    name = 'MissingObject';
    key;
    constructor(key) {
        super(`there is no object ${key}`);
        this.key = key;
    }
}
function keyProblem(key) {
    if (!/^[A-Za-z0-9][A-Za-z0-9._/-]*$/.test(key))
        return 'letters, digits and . _ - / only';
    if (key.length > 512)
        return 'at most 512 characters';
    return key.split('/').some((part) => part === '' || part === '.' || part === '..')
        ? 'no empty part, . or ..'
        : undefined;
}
function assertKey(key) {
    const problem = keyProblem(key);
    if (problem !== undefined)
        throw new Error(`"${key}" can be no key of an object: ${problem}`);
}


/***/ }),

/***/ 636190:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   WN: () => (/* binding */ cancellation),
/* harmony export */   ml: () => (/* binding */ systemClock)
/* harmony export */ });
/* unused harmony exports isCancellation, isFresh */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(203906);

const LONGEST_TIMER_MS = 2 ** 31 - 1;
const systemClock = {
    now: () => Date.now(),
    sleep: (ms, signal) => new Promise((resolve, reject) => {
        if (signal?.aborted)
            return reject(cancellation(signal));
        let left = ms;
        let timer;
        signal?.addEventListener('abort', stop, { once: true });
        go();
        function go() {
            const part = Math.min(left, LONGEST_TIMER_MS);
            left -= part;
            timer = setTimeout(left > 0 ? go : done, part);
        }
        function done() {
            signal?.removeEventListener('abort', stop);
            resolve();
        }
        function stop() {
            clearTimeout(timer);
            reject(cancellation(signal));
        }
    }),
};
function cancellation(signal) {
    const isBare = signal?.reason instanceof DOMException;
    return !isBare && signal?.reason instanceof Error ? signal.reason : new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc('cancelled');
}
function isCancellation(error, signal) {
    return error instanceof CancelledError || (signal?.aborted === true && error === signal.reason);
}
const CLOCKS_APART_MS = 300_000;
function isFresh(ageMs, mostMs) {
    return ageMs >= -CLOCKS_APART_MS && ageMs <= mostMs;
}


/***/ }),

/***/ 106301:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ withDeadline)
/* harmony export */ });
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(636190);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(984731);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(203906);



async function withDeadline(what, ms, work, { clock, signal: outer }) {
    if (outer?.aborted)
        throw (0,_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .cancellation */ .WN)(outer);
    const inner = new AbortController();
    const stopTimer = new AbortController();
    const onOuter = () => inner.abort((0,_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .cancellation */ .WN)(outer));
    outer?.addEventListener('abort', onOuter, { once: true });
    const aborted = new Promise((_, reject) => {
        inner.signal.addEventListener('abort', () => reject((0,_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .cancellation */ .WN)(inner.signal)), { once: true });
    });
    aborted.catch(() => undefined);
    clock
        .sleep(ms, stopTimer.signal)
        .then(() => inner.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DeadlineError */ .j3(`${what} took longer than ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(ms)}`)))
        .catch(() => undefined);
    try {
        return await Promise.race([work(inner.signal), aborted]);
    }
    finally {
        stopTimer.abort();
        outer?.removeEventListener('abort', onOuter);
    }
}


/***/ }),

/***/ 984731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration),
/* harmony export */   a: () => (/* binding */ formatDuration)
/* harmony export */ });
const UNITS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
function parseDuration(text) {
    const match = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(text);
    if (match === null)
        return undefined;
    const ms = Number(match[1]) * UNITS[match[2]];
    return Number.isSafeInteger(ms) ? ms : undefined;
}
function formatDuration(ms) {
    if (ms < 1_000)
        return `${Math.round(ms)} ms`;
    if (ms < 60_000)
        return `${trim(ms / 1_000)} s`;
    if (ms < 3_600_000)
        return pair(ms, MINUTE, SECOND);
    return pair(ms, HOUR, MINUTE);
}
function trim(value) {
    return (Math.floor(value * 10) / 10).toFixed(1).replace(/\.0$/, '');
}
const SECOND = { ms: 1_000, name: 's' };
const MINUTE = { ms: 60_000, name: 'min' };
const HOUR = { ms: 3_600_000, name: 'h' };
function pair(ms, big, small) {
    const rest = Math.floor((ms % big.ms) / small.ms);
    const head = `${Math.floor(ms / big.ms)} ${big.name}`;
    return rest === 0 ? head : `${head} ${rest} ${small.name}`;
}


/***/ }),

/***/ 203906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hi: () => (/* binding */ RemoteError),
/* harmony export */   cc: () => (/* binding */ CancelledError),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   j3: () => (/* binding */ DeadlineError),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   z3: () => (/* binding */ describeTry),
/* harmony export */   zR: () => (/* binding */ asError)
/* harmony export */ });
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(896818);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(580229);


class InputError extends Error {
    name = 'InputError';
    problems;
    constructor(problems, options) {
        const list = typeof problems === 'string' ? [problems] : problems;
        super(list.join('\n'), options);
        this.problems = list;
    }
}
class RemoteError extends Error {
    name = 'RemoteError';
    service;
    status;
    code;
    requestId;
    retryable;
    retryAfterMs;
    hint;
    constructor(message, failure) {
        super(message, failure.cause === undefined ? undefined : { cause: failure.cause });
        this.service = failure.service;
        this.status = failure.status;
        this.code = failure.code;
        this.requestId = failure.requestId;
        this.retryable = failure.retryable;
        this.retryAfterMs = failure.retryAfterMs;
        this.hint = failure.hint;
    }
}
class CancelledError extends Error {
    name = 'CancelledError';
}
class DeadlineError extends Error {
    name = 'DeadlineError';
}
function asError(thrown) {
    return isError(thrown) ? thrown : new Error(String(thrown));
}
function isError(thrown) {
    return thrown instanceof Error || Object.prototype.toString.call(thrown) === '[object Error]';
}
function describe(thrown) {
    const parts = [];
    let error = thrown;
    for (let depth = 0; depth < 5 && error !== undefined && error !== null; depth++) {
        const text = ownWords(error);
        if (text !== '' && !parts.some((part) => part.includes(text)))
            parts.push(text);
        error = isError(error) ? error.cause : undefined;
    }
    return (0,_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .T)((0,_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .redactText */ .Rd)(parts.join(': ')), '; ');
}
function describeTry(thrown) {
    if (!(thrown instanceof RemoteError))
        return describe(thrown);
    return `${thrown.service}: ${thrown.status === undefined ? 'no answer' : `HTTP ${thrown.status}`}`;
}
function ownWords(error) {
    if (!(error instanceof RemoteError)) {
        const aggregate = error instanceof AggregateError && error.message === '' ? error.errors.map(ownWords).join('; ') : '';
        return isError(error) ? error.message || aggregate || error.name : String(error);
    }
    const facts = [
        error.status === undefined ? '' : `HTTP ${error.status}`,
        error.code ?? '',
        error.requestId === undefined ? '' : `request ${error.requestId}`,
    ].filter((fact) => fact !== '');
    const head = facts.length === 0 ? error.message : `${error.message} (${facts.join(', ')})`;
    return error.hint === undefined ? head : `${head}; ${error.hint}`;
}


/***/ }),

/***/ 1015169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ Fields),
/* harmony export */   j: () => (/* binding */ isMap)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(984731);
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(487083);


const MOST_SHOWN = 40;
class Fields {
    #given;
    #where;
    #lineOf;
    #hasSecrets;
    #known = new Set();
    problems = [];
    constructor(given, where, lineOf = () => undefined, { hasSecrets = true } = {}) {
        this.#given = given;
        this.#where = where;
        this.#lineOf = lineOf;
        this.#hasSecrets = hasSecrets;
    }
    text(name, options = {}) {
        const value = this.#take(name);
        if (value === undefined || value === null || isBlank(value)) {
            if (options.required === true)
                this.complain(name, `required, expected ${options.expected ?? 'some text'}`);
            return '';
        }
        if (typeof value === 'string' || typeof value === 'number')
            return String(value);
        this.complain(name, `expected ${options.expected ?? 'some text'}, got ${kindOf(value)}`);
        return '';
    }
    oneOf(name, words, absent) {
        const text = this.text(name);
        if (text === '')
            return absent;
        const word = words.find((one) => one === text);
        if (word === undefined)
            this.complain(name, `expected one of ${words.join(', ')}${this.#got(text)}`);
        return word ?? absent;
    }
    needed(name, words) {
        const text = this.text(name);
        if (text === '') {
            this.complain(name, `required, expected one of ${words.join(', ')}`);
            return undefined;
        }
        const word = words.find((one) => one === text);
        if (word === undefined)
            this.complain(name, `expected one of ${words.join(', ')}${this.#got(text)}`);
        return word;
    }
    flag(name, absent) {
        const value = this.#take(name);
        if (value === undefined || value === null)
            return absent;
        if (typeof value === 'boolean')
            return value;
        this.complain(name, `expected true or false${this.#got(value)}`);
        return absent;
    }
    number(name, options = {}) {
        const value = this.#take(name);
        if (value === undefined || value === null)
            return undefined;
        const { min = -Infinity, max = Infinity, isWhole = false } = options;
        const fits = typeof value === 'number' && value >= min && value <= max && (!isWhole || Number.isInteger(value));
        if (fits)
            return value;
        const limits = `${min === -Infinity ? '' : ` from ${min}`}${max === Infinity ? '' : ` up to ${max}`}`;
        this.complain(name, `expected a ${isWhole ? 'whole ' : ''}number${limits}${this.#got(value)}`);
        return undefined;
    }
    duration(name, absent) {
        const text = this.text(name);
        const ms = text === '' ? absent : (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(text);
        if (ms === undefined)
            this.complain(name, `expected a duration like 200ms, 30s or 5m${this.#got(this.#given[name])}`);
        return ms ?? absent;
    }
    map(name) {
        const value = this.#take(name);
        if (value === undefined || value === null)
            return undefined;
        if (isMap(value))
            return value;
        this.complain(name, `expected a map, got ${kindOf(value)}`);
        return undefined;
    }
    any(name) {
        return this.#take(name);
    }
    list(name, options = {}) {
        const value = this.#take(name) ?? [];
        const items = Array.isArray(value) ? value : [value];
        if (items.some((item) => typeof item !== 'string' || isBlank(item))) {
            this.complain(name, 'expected a list of texts');
            return [];
        }
        if (items.length === 0 && options.required === true)
            this.complain(name, 'required, expected a list of texts');
        return items;
    }
    secret(name, fallback) {
        const text = this.text(name);
        if (text === '' && fallback !== undefined && !fallback.isEmpty)
            return fallback;
        if (text === '') {
            this.complain(name, 'the secret is empty; an unset secret arrives as an empty text');
        }
        return new _secret_js__WEBPACK_IMPORTED_MODULE_1__/* .Secret */ .z(text);
    }
    secretUrl(name, protocols) {
        const secret = this.secret(name);
        if (secret.isEmpty)
            return secret;
        const text = secret.reveal();
        if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol))
            this.complain(name, `expected a URL that starts with ${protocols.map((one) => `${one}//`).join(' or ')}`);
        return secret;
    }
    complain(name, what) {
        const line = this.#lineOf(name);
        this.problems.push(`${this.#where}: "${name}"${line === undefined ? '' : ` (line ${line})`}: ${what}`);
    }
    refuseOthers() {
        const others = Object.keys(this.#given).filter((name) => !this.#known.has(name));
        const known = [...this.#known].sort();
        for (const name of others) {
            const meant = known.find((one) => bare(one) === bare(name));
            this.complain(name, `no such field; ${meant === undefined ? `known are ${known.join(', ') || 'none'}` : `it is called "${meant}"`}`);
        }
    }
    refuseAll(why) {
        for (const name of Object.keys(this.#given)) {
            this.#known.add(name);
            this.complain(name, `expected nothing here: ${why}`);
        }
    }
    #got(value) {
        if (this.#hasSecrets)
            return '';
        const text = JSON.stringify(value) ?? kindOf(value);
        return `, got ${text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text}`;
    }
    #take(name) {
        this.#known.add(name);
        return this.#given[name];
    }
}
function isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isBlank(value) {
    return typeof value === 'string' && value.trim() === '';
}
function kindOf(value) {
    return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'a map' : `a ${typeof value}`;
}
function bare(name) {
    return name.toLowerCase().replace(/[^a-z0-9]|s$/g, '');
}


/***/ }),

/***/ 85008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ fits)
/* harmony export */ });
function fits(pattern, text) {
    const [first = '', ...rest] = pattern.split('*');
    const last = rest.pop();
    if (last === undefined)
        return text === pattern;
    if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length)
        return false;
    let at = first.length;
    for (const part of rest) {
        const found = text.indexOf(part, at);
        if (found < 0 || found + part.length > text.length - last.length)
            return false;
        at = found + part.length;
    }
    return true;
}


/***/ }),

/***/ 896818:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ oneLine),
/* harmony export */   i: () => (/* binding */ trimAscii)
/* harmony export */ });
function oneLine(text, between = ' ') {
    if (!text.includes('\n'))
        return text;
    return text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .join(between);
}
function trimAscii(text) {
    let from = 0;
    let to = text.length;
    while (from < to && isAsciiSpace(text.charCodeAt(from)))
        from++;
    while (to > from && isAsciiSpace(text.charCodeAt(to - 1)))
        to--;
    return text.slice(from, to);
}
function isAsciiSpace(code) {
    return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}


/***/ }),

/***/ 672435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E1: () => (/* binding */ parseList),
/* harmony export */   Kf: () => (/* binding */ nameSome),
/* harmony export */   U9: () => (/* binding */ count)
/* harmony export */ });
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(896818);

function parseList(text) {
    return text
        .split(/\r?\n/)
        .map(_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .trimAscii */ .i)
        .filter((line) => line !== '');
}
function nameSome(names, keep) {
    if (names.length <= keep)
        return names.join(', ');
    return `${names.slice(0, keep).join(', ')} and ${names.length - keep} more`;
}
function count(n, one, many = `${one}s`) {
    return `${n} ${n === 1 ? one : many}`;
}


/***/ }),

/***/ 580229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DU: () => (/* binding */ rememberPublic),
/* harmony export */   Ed: () => (/* binding */ redactData),
/* harmony export */   Gz: () => (/* binding */ rememberSecret),
/* harmony export */   Rd: () => (/* binding */ redactText)
/* harmony export */ });
/* unused harmony export forgetSecrets */
/* harmony import */ var _secret_forms_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(399624);

const STARS = '***';
const known = { whole: new Set(), part: new Set() };
let publicTexts = [];
let forms;
const SHORTEST_IN_DATA = 8;
const LONGEST_NAME = 24;
function rememberSecret(value, kind = 'whole') {
    const before = known.whole.size + known.part.size;
    for (const form of (0,_secret_forms_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeForms */ .jO)(value))
        known[kind].add(form);
    for (const form of (0,_secret_forms_js__WEBPACK_IMPORTED_MODULE_0__/* .lineForms */ .g0)(value))
        known.part.add(form);
    if (known.whole.size + known.part.size > before)
        forms = undefined;
}
function rememberPublic(text) {
    if (text === '' || publicTexts.includes(text))
        return;
    publicTexts = [...publicTexts, text];
    forms = undefined;
}
function forgetSecrets() {
    known.whole.clear();
    known.part.clear();
    publicTexts = [];
    forms = undefined;
}
function redactText(text) {
    const tame = withoutControls(text);
    if (!tame.includes('<!-- '))
        return starred(tame, lookedFor().text);
    return tame
        .split(/(<!-- \/?lockstep:[^<>\n]{0,9000} -->)/)
        .map((part, at) => starred(part, at % 2 === 0 ? lookedFor().text : lookedFor().data))
        .join('');
}
function redactData(value) {
    return redacted(value, '');
}
const FOR_PEOPLE = /^(?:because|body|changes|detail|details|error|failure|headline|html|message|next|notes|proof|sentence|subject|summary|text|title)$/;
function redacted(value, name) {
    if (typeof value === 'string')
        return FOR_PEOPLE.test(name) ? redactText(value) : starred(value, lookedFor().data);
    if (Array.isArray(value))
        return value.map((one) => redacted(one, name));
    if (typeof value !== 'object' || value === null || !isPlain(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, redacted(one, key)]));
}
function isPlain(value) {
    const prototype = Object.getPrototypeOf(value);
    return prototype === null || Object.getPrototypeOf(prototype) === null;
}
function withoutControls(text) {
    return text.replace(SEQUENCES, '').replace(CONTROLS, '');
}
const SEQUENCES = /\u001b\[[0-9;:?]{0,40}[@-~]/g;
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
function lookedFor() {
    if (forms !== undefined)
        return forms;
    const all = [...known.whole, ...known.part];
    const isPublic = (form) => form.length < LONGEST_NAME && publicTexts.some((one) => one.includes(form));
    const text = [...known.whole, ...[...known.part].filter((form) => !isOrdinary(form))];
    const data = all.filter((form) => form.length >= SHORTEST_IN_DATA && !isOrdinary(form) && !isPublic(form));
    forms = { text: longestFirst(text), data: longestFirst(data) };
    return forms;
}
function isOrdinary(form) {
    return (/^(?:[a-z]{1,14}|[A-Z][a-z]{1,13}|[A-Z]{1,14})(?:[ _./-](?:[a-z]{1,14}|[A-Z][a-z]{1,13}|[A-Z]{1,14}))*$/.test(form) || /^\d{1,7}$/.test(form));
}
function standsAlone(text, at, length) {
    return !/[A-Za-z0-9]/.test(text[at - 1] ?? '') && !/[A-Za-z0-9]/.test(text[at + length] ?? '');
}
function longestFirst(all) {
    return [...new Set(all)].sort((a, b) => b.length - a.length);
}
function starred(text, secrets) {
    const finds = [];
    for (const form of secrets)
        for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1))
            if (!isOrdinary(form) || standsAlone(text, at, form.length))
                finds.push([at, at + form.length]);
    if (finds.length === 0)
        return text;
    finds.sort((a, b) => a[0] - b[0]);
    let left = '';
    let from = 0;
    for (const [start, end] of finds) {
        if (start > from || (start === 0 && from === 0))
            left += text.slice(from, start) + STARS;
        from = Math.max(from, end);
    }
    return left + text.slice(from);
}


/***/ }),

/***/ 1027241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ retry),
/* harmony export */   iU: () => (/* binding */ defaultRetry),
/* harmony export */   mu: () => (/* binding */ parseRetryAfter)
/* harmony export */ });
/* unused harmony export until */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(203906);


const defaultRetry = { attempts: 5, firstDelayMs: 250, maxDelayMs: 8_000, budgetMs: 60_000 };
async function retry(work, policy, tools) {
    const started = tools.clock.now();
    for (let attempt = 1;; attempt++) {
        try {
            return await work(attempt);
        }
        catch (error) {
            const delay = nextDelay(error, attempt, policy, tools.random ?? Math.random);
            if (delay === undefined || tools.clock.now() + delay - started > policy.budgetMs)
                throw error;
            tools.onRetry?.(error, attempt, delay);
            await tools.clock.sleep(delay, tools.signal);
        }
    }
}
function nextDelay(error, attempt, policy, random) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi) || !error.retryable || attempt >= policy.attempts)
        return undefined;
    const backoff = Math.min(policy.maxDelayMs, policy.firstDelayMs * 2 ** (attempt - 1));
    const jittered = backoff / 2 + (backoff / 2) * random();
    return error.retryAfterMs === undefined ? jittered : Math.max(error.retryAfterMs, 0) + jittered / 4;
}
function parseRetryAfter(header, nowMs) {
    if (header === null || header === undefined || header.trim() === '')
        return undefined;
    if (/^\d+(\.\d+)?$/.test(header.trim()))
        return Number(header.trim()) * 1_000;
    const at = Date.parse(header);
    return Number.isNaN(at) ? undefined : Math.max(0, at - nowMs);
}
async function until(look, delays, clock, signal) {
    for (let turn = 0;; turn++) {
        const answer = await look();
        if (answer !== undefined)
            return answer;
        await clock.sleep(delayAt(delays, turn), signal);
    }
}


/***/ }),

/***/ 399624:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   eo: () => (/* binding */ secretForms),
/* harmony export */   g0: () => (/* binding */ lineForms),
/* harmony export */   jO: () => (/* binding */ wholeForms)
/* harmony export */ });
const SHORTEST_MASK = 4;
const SHORTEST_PIECE = 8;
function secretForms(value) {
    return sorted([...wholeForms(value), ...lineForms(value)]);
}
function wholeForms(value) {
    return sorted([value, ...urlSecrets(value)].flatMap(encodings));
}
function lineForms(value) {
    const lines = value.split(/[\r\n]+/);
    return lines.length < 2 ? [] : sorted(lines.flatMap(encodings));
}
function sorted(forms) {
    return [...new Set(forms)].filter((form) => form.length >= SHORTEST_MASK).sort((a, b) => b.length - a.length);
}
function encodings(part) {
    const text = part.trim();
    if (text.length < SHORTEST_MASK)
        return [];
    const base64 = Buffer.from(text, 'utf8').toString('base64');
    return [
        part,
        text,
        base64,
        base64.replace(/=+$/, ''),
        base64.replace(/=+$/, '').replace(/\+/g, '-').replace(/\//g, '_'),
        ...inLongerBase64(Buffer.from(text, 'utf8')),
        encodeURIComponent(text),
        encodeURI(text),
        JSON.stringify(text).slice(1, -1),
    ];
}
function inLongerBase64(bytes) {
    return [0, 1, 2]
        .map((offset) => {
        const whole = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
        return whole.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
    })
        .filter((piece) => piece.length >= SHORTEST_PIECE);
}
function urlSecrets(value) {
    const url = value.trim();
    const [, user = '', password = ''] = /^[a-z][a-z0-9+.-]*:\/\/([^:/?#]*):([^/?#]*)@/i.exec(url) ?? [];
    const [, parameter = ''] = /^[a-z][a-z0-9+.-]*:\/\/.*[?&]password=([^&#]*)/i.exec(url) ?? [];
    const plain = decode(password);
    const credentials = plain === '' ? '' : `${decode(user)}:${plain}`;
    return [password, plain, credentials, parameter, decode(parameter)].filter((text) => text !== '');
}
function decode(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}


/***/ }),

/***/ 487083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ Secret)
/* harmony export */ });
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(580229);

class Secret {
    #value;
    constructor(value, kind = 'whole') {
        this.#value = value;
        (0,_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .rememberSecret */ .Gz)(value, kind);
    }
    reveal() {
        return this.#value;
    }
    get isEmpty() {
        return this.#value === '';
    }
    toString() {
        return '***';
    }
    toJSON() {
        return '***';
    }
    [Symbol.for('nodejs.util.inspect.custom')]() {
        return '***';
    }
}


/***/ }),

/***/ 309774:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ copyRows)
/* harmony export */ });
const BATCH_BYTES = 64 * 1024;
const MOST_WAITING = 16;
async function* copyRows(session, sql) {
    const batches = new Batches();
    let result;
    const sent = session.send(sql, { onCopyRow: (row, socket) => batches.add(row, socket) }).then((answer) => {
        result = answer;
        batches.end();
    });
    try {
        for (;;) {
            const batch = batches.take();
            if (batch !== undefined)
                yield batch;
            else if (batches.isOver)
                break;
            else
                await batches.more();
        }
        await sent;
        if (result?.ok === false)
            throw result.error;
    }
    finally {
        if (result === undefined)
            session.abandon();
        batches.resume();
        await sent;
    }
}
class Batches {
    #full = [];
    #open = Buffer.allocUnsafe(BATCH_BYTES);
    #used = 0;
    #paused;
    #wake;
    isOver = false;
    add(row, socket) {
        if (this.#used + row.length > BATCH_BYTES)
            this.#close();
        if (row.length > BATCH_BYTES)
            this.#push(Buffer.from(row));
        else
            this.#used += row.copy(this.#open, this.#used);
        if (this.#full.length < MOST_WAITING || this.#paused !== undefined)
            return;
        this.#paused = socket;
        socket.pause();
    }
    end() {
        this.#close();
        this.isOver = true;
        this.#wake?.();
    }
    take() {
        const batch = this.#full.shift();
        if (this.#full.length < MOST_WAITING / 2)
            this.resume();
        return batch;
    }
    more() {
        return new Promise((resolve) => {
            this.#wake = resolve;
            if (this.isOver || this.#full.length > 0)
                resolve();
        });
    }
    resume() {
        this.#paused?.resume();
        this.#paused = undefined;
    }
    #close() {
        if (this.#used === 0)
            return;
        const batch = this.#open.subarray(0, this.#used);
        this.#open = Buffer.allocUnsafe(BATCH_BYTES);
        this.#used = 0;
        this.#push(batch);
    }
    #push(batch) {
        this.#full.push(batch);
        this.#wake?.();
    }
}


/***/ }),

/***/ 735351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Pu: () => (/* binding */ directHostHint),
  Bq: () => (/* binding */ readDatabaseUrl),
  _c: () => (/* binding */ sessionUrl)
});

// UNUSED EXPORTS: isLocal

;// CONCATENATED MODULE: external "node:net"
let external_node_net_namespaceObject_kept;
const external_node_net_namespaceObject = () => (external_node_net_namespaceObject_kept ??= __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net"));
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __nccwpck_require__(203906);
;// CONCATENATED MODULE: ./packages/postgres/lib/connection/url-parameters.js
const READ = ['host', 'port', 'user', 'password', 'dbname', 'sslmode', 'sslrootcert', 'options', 'pgbouncer'];
const SCHEMAS = ['search_path', 'schema', 'currentSchema'];
const WITHOUT_EFFECT = new Set([
    ...['application_name', 'fallback_application_name', 'connect_timeout', 'gssencmode', 'sslsni', 'sslcompression'],
    ...['keepalives', 'keepalives_idle', 'keepalives_interval', 'keepalives_count', 'tcp_user_timeout'],
    ...['channel_binding', 'uselibpqcompat'],
    ...['connection_limit', 'pool_timeout', 'socket_timeout', 'statement_cache_size', 'pool_max_conns'],
    ...['prepareThreshold', 'supa', 'workaround'],
]);
const HARMLESS = {
    client_encoding: ['utf8', 'utf-8', 'unicode', 'auto'],
    target_session_attrs: ['any', 'read-write', 'primary'],
    load_balance_hosts: ['disable'],
    sslnegotiation: ['postgres'],
    ssl_min_protocol_version: ['tlsv1.2'],
};
const WHY = {
    sslcert: 'client certificates are not supported; use a password',
    sslkey: 'client certificates are not supported; use a password',
    sslpassword: 'client certificates are not supported; use a password',
    ssl: 'write sslmode=verify-full, or sslmode=require',
    sslaccept: 'write sslmode=verify-full, or sslmode=require',
};
function readParameters(query) {
    const problems = [];
    const names = [...new Set(query.keys())];
    for (const name of names) {
        if (query.getAll(name).length > 1)
            problems.push(`database-url: ${name} is given twice; give it once`);
        else if (!isKnown(name, query.get(name) ?? ''))
            problems.push(`database-url: ${refusalOf(name)}`);
    }
    const paths = SCHEMAS.filter((name) => query.has(name));
    if (paths.length > 1)
        problems.push(`database-url: ${paths.join(' and ')} mean the same; give one of them`);
    const [path] = paths;
    const value = path === undefined ? '' : (query.get(path) ?? '').trim();
    if (path !== undefined && value === '')
        problems.push(`database-url: ${path} is empty; name a schema, or remove it`);
    const own = query.get('options') ?? '';
    const searchPath = path === 'schema' ? `"${value.replaceAll('"', '""')}"` : value;
    const options = searchPath === '' ? own : `${own} -c search_path=${escaped(searchPath)}`.trim();
    return { options, problems };
}
function isTorn({ hash, pathname, search, searchParams }) {
    if (`${pathname}${hash}`.includes('@'))
        return true;
    return search.includes('@') && [...searchParams.keys()].some((name) => !isName(name));
}
function isName(name) {
    const isFollowed = READ.includes(name) || WITHOUT_EFFECT.has(name) || SCHEMAS.some((each) => each === name);
    return isFollowed || HARMLESS[name] !== undefined;
}
function isKnown(name, value) {
    const harmless = HARMLESS[name];
    return harmless === undefined ? isName(name) : harmless.includes(value.toLowerCase());
}
function refusalOf(name) {
    const shown = name.slice(0, 40).replace(/[^\w.-]/g, '?');
    if (name.startsWith('x-'))
        return `${shown} is a setting of golang-migrate, which is not supported; remove it`;
    if (HARMLESS[name] !== undefined)
        return `${shown}: expected ${HARMLESS[name].join(', ')}`;
    const todo = WHY[name] ?? `remove it, or, for a setting of the server, write options=-c%20${shown}%3DVALUE`;
    return `the parameter ${shown} is not supported: ${todo}`;
}
function escaped(value) {
    return value.replace(/[\\\s]/g, '\\$&');
}

;// CONCATENATED MODULE: ./packages/postgres/lib/connection/database-url.js



const SUPABASE_HOST = /(^|\.)(supabase\.(co|com|red|in))$/i;
const DIRECT_HOST = /^db\.([a-z0-9]{20})\.supabase\.(co|red|in)$/i;
function readDatabaseUrl(text) {
    const url = parse(text);
    const query = url.searchParams;
    const host = decodeURIComponent(query.get('host') ?? url.hostname).replace(/^\[|\]$/g, '');
    const user = (query.get('user') ?? decodeURIComponent(url.username)) || 'postgres';
    const asked = readParameters(query);
    const target = {
        host,
        port: Number(query.get('port') ?? (url.port || '5432')),
        database: (query.get('dbname') ?? decodeURIComponent(url.pathname.slice(1))) || user,
        user,
        password: query.get('password') ?? decodeURIComponent(url.password),
        tls: readTls(host, query),
        options: asked.options,
    };
    const problems = [...poolerProblems(target, query), ...tlsProblems(target, query), ...asked.problems];
    if (host === '')
        problems.push('database-url: no host in it');
    if (host.includes(','))
        problems.push('database-url: several hosts; name the one that takes writes');
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    return target;
}
function parse(text) {
    const hint = 'expected postgresql://USER:PASSWORD@HOST:5432/DATABASE, with special characters percent-encoded';
    if (!/^postgres(ql)?:\/\//i.test(text.trim()))
        throw new errors/* InputError */.dz(`database-url: not a PostgreSQL URL; ${hint}`);
    let url;
    try {
        url = new URL(text.trim());
        for (const part of [url.username, url.password, url.pathname])
            decodeURIComponent(part);
    }
    catch {
        throw new errors/* InputError */.dz(`database-url: cannot be read; ${hint}`);
    }
    if (isTorn(url))
        throw new errors/* InputError */.dz(`database-url: cannot be read; ${hint}`);
    return url;
}
function isLocal(host) {
    if (host.startsWith('/'))
        return true;
    const family = (0,external_node_net_namespaceObject().isIP)(host);
    if (family === 4)
        return host.startsWith('127.');
    if (family === 6)
        return host === '::1';
    return !host.includes('.') || host.endsWith('.localhost');
}
function readTls(host, query) {
    const mode = query.get('sslmode') ?? (isLocal(host) ? 'disable' : 'verify-full');
    const roots = query.get('sslrootcert') ?? undefined;
    const supabase = SUPABASE_HOST.test(host);
    if (['disable', 'allow', 'prefer'].includes(mode))
        return { mode: 'off' };
    if (mode === 'verify-ca')
        return { mode: 'ca', roots, supabase };
    if (mode === 'require' || mode === 'no-verify') {
        const knowsRoots = mode === 'require' && (roots !== undefined || supabase);
        return { mode: knowsRoots ? 'ca' : 'none', roots, supabase };
    }
    return { mode: 'full', roots: roots === 'system' ? undefined : roots, supabase };
}
function tlsProblems({ host }, query) {
    const mode = query.get('sslmode');
    const known = ['disable', 'allow', 'prefer', 'require', 'no-verify', 'verify-ca', 'verify-full'];
    if (mode !== null && !known.includes(mode))
        return [`database-url: sslmode=${mode}: expected ${known.join(', ')}`];
    if (isLocal(host) || mode === null || !['disable', 'allow', 'prefer'].includes(mode))
        return [];
    return [`database-url: sslmode=${mode} would send the password over the network in the clear; use verify-full`];
}
function poolerProblems(target, query) {
    const asked = query.get('pgbouncer') === 'true';
    if (target.port !== 6543 && !asked)
        return [];
    const why = asked ? 'pgbouncer=true' : 'port 6543';
    return [
        `database-url: ${why} is a pooler in transaction mode, on which locks and settings do not hold; use ${sessionUrl(target)}`,
    ];
}
function sessionUrl(target) {
    const [user, database] = [target.user, target.database].map(encodeURIComponent);
    return `postgresql://${user}:[YOUR-PASSWORD]@${target.host}:5432/${database}`;
}
function directHostHint(host) {
    const project = DIRECT_HOST.exec(host)?.[1];
    if (project === undefined)
        return undefined;
    return (`${host} has only an IPv6 address and this machine has no IPv6 (nor have GitHub's runners); use the session ` +
        `pooler: postgresql://postgres.${project}:[YOUR-PASSWORD]@aws-0-[REGION].pooler.supabase.com:5432/postgres ` +
        '(dashboard: Connect, Session pooler), or the IPv4 add-on');
}


/***/ }),

/***/ 63455:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ explainFailedLogin)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(203906);
/* harmony import */ var _database_url_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(735351);
/* harmony import */ var _sql_error_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(182089);



function explainFailedLogin(target, error) {
    if (error instanceof _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz)
        return error;
    const code = error instanceof _sql_error_js__WEBPACK_IMPORTED_MODULE_1__/* .SqlError */ .L8 ? error.server.code : (error.code ?? '');
    const where = `${target.host}:${target.port}`;
    const say = (message, hint, retryable = false) => new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi(`database ${where}: ${message}`, {
        service: 'PostgreSQL',
        ...(code === '' ? {} : { code }),
        retryable,
        ...(hint === undefined ? {} : { hint }),
        cause: error,
    });
    if (code === '28P01' || code === '28000')
        return say('the login was refused', 'check user and password in database-url');
    if (code === '3D000')
        return say('no such database', 'check the path of database-url');
    if (code === '53300')
        return say('no connection is free', 'end some, or try again later', true);
    if (/^(UNABLE_TO|SELF_SIGNED|DEPTH_ZERO|CERT_)|ERR_TLS/.test(code)) {
        const todo = 'name its authority with ?sslrootcert=FILE in database-url';
        return say(`its certificate was not accepted (${code})`, todo);
    }
    if (/does not support SSL/.test((0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error)))
        return say('the server speaks no TLS', 'it must, for any host that is not local');
    const direct = (0,_database_url_js__WEBPACK_IMPORTED_MODULE_2__/* .directHostHint */ .Pu)(target.host);
    if (direct !== undefined &&
        /^(ENETUNREACH|EHOSTUNREACH|ENOTFOUND|ETIMEDOUT|EADDRNOTAVAIL|EAI_AGAIN)/.test(reason(error))) {
        return new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`database-url: ${direct}`, { cause: error });
    }
    return error instanceof _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi && !(error instanceof _sql_error_js__WEBPACK_IMPORTED_MODULE_1__/* .SqlError */ .L8) && !(error instanceof _sql_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ConnectionLost */ .pz)
        ? error
        : say('cannot be reached', UNREACHED.find(([form]) => form.test(reason(error)))?.[1] ?? USUAL_HINT, true);
}
const UNREACHED = [
    [/^ECONNREFUSED/, 'start it, or correct host and port in database-url'],
    [/^(ENOTFOUND|EAI_AGAIN)/, 'correct the host in database-url'],
];
const USUAL_HINT = 'check host and port in database-url, and whether a firewall is in between';
function reason(error) {
    if (error instanceof AggregateError)
        return reason(error.errors[0]);
    return error.code ?? (/timeout expired/.test((0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error)) ? 'ETIMEDOUT' : '');
}


/***/ }),

/***/ 356042:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  y: () => (/* binding */ clientConfig),
  f: () => (/* binding */ openSession)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(565658);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __nccwpck_require__(203906);
// EXTERNAL MODULE: ./packages/base/lib/clock.js
var clock = __nccwpck_require__(636190);
// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __nccwpck_require__(984731);
// EXTERNAL MODULE: ./packages/postgres/lib/quote.js
var quote = __nccwpck_require__(247753);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/explain.js
var explain = __nccwpck_require__(63455);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/sql-error.js
var sql_error = __nccwpck_require__(182089);
;// CONCATENATED MODULE: ./packages/postgres/lib/connection/message.js

class Message {
    #options;
    #resolve;
    #reject;
    #tags = [];
    #rows = [];
    #hadItsTurn = false;
    #over = false;
    #unreadable;
    callback = () => undefined;
    constructor(options, resolve, reject) {
        this.#options = options;
        this.#resolve = resolve;
        this.#reject = reject;
    }
    submit() {
        this.#hadItsTurn = true;
        this.#options.onTurn();
    }
    handleRowDescription() {
        this.#rows = [];
    }
    handleDataRow(message) {
        if (this.#options.keepRows)
            this.#rows.push(message.fields);
    }
    handleCommandComplete(message) {
        this.#tags.push(message.text);
    }
    handleEmptyQuery() { }
    handlePortalSuspended() { }
    handleCopyData(message, connection) {
        this.#options.onCopyRow?.(message.chunk, connection.stream);
    }
    handleCopyInResponse(connection) {
        const wire = connection;
        if (this.#options.copyData === undefined)
            wire.sendCopyFail('no rows follow this COPY in the file');
        else
            void this.#feed(wire, this.#options.copyData);
    }
    async #feed(wire, data) {
        try {
            for await (const chunk of data) {
                if (this.#over)
                    return;
                wire.sendCopyFromChunk(chunk);
                if (wire.stream.writableNeedDrain)
                    await drained(wire.stream);
            }
            if (!this.#over)
                wire.endCopyFrom();
        }
        catch (error) {
            this.#unreadable = error;
            wire.sendCopyFail('the rows could not be read');
        }
    }
    handleError(error) {
        this.#over = true;
        const isAnswer = error.severity !== undefined && error.code !== undefined;
        this.#reject(this.#unreadable ?? (isAnswer ? new sql_error/* SqlError */.L8(fields(error)) : error), this.#tags, this.#hadItsTurn);
    }
    handleReadyForQuery() {
        this.#over = true;
        this.#resolve({ tags: this.#tags, rows: this.#rows });
    }
}
function fields(error) {
    return {
        code: error.code ?? '',
        message: error.message,
        position: error.position === undefined ? undefined : Number(error.position),
        detail: error.detail ?? '',
        hint: error.hint ?? '',
        where: error.where ?? '',
        constraint: error.constraint ?? '',
        table: error.table ?? '',
        column: error.column ?? '',
    };
}
function drained(stream) {
    return new Promise((resolve) => {
        const over = () => {
            stream.off('drain', over).off('close', over);
            resolve();
        };
        stream.once('drain', over).once('close', over);
    });
}

;// CONCATENATED MODULE: ./packages/postgres/lib/connection/supabase-ca.js
const supabaseRoots = [
    `-----BEGIN CERTIFICATE-----
MIIDxDCCAqygAwIBAgIUbLxMod62P2ktCiAkxnKJwtE9VPYwDQYJKoZIhvcNAQEL
BQAwazELMAkGA1UEBhMCVVMxEDAOBgNVBAgMB0RlbHdhcmUxEzARBgNVBAcMCk5l
dyBDYXN0bGUxFTATBgNVBAoMDFN1cGFiYXNlIEluYzEeMBwGA1UEAwwVU3VwYWJh
c2UgUm9vdCAyMDIxIENBMB4XDTIxMDQyODEwNTY1M1oXDTMxMDQyNjEwNTY1M1ow
azELMAkGA1UEBhMCVVMxEDAOBgNVBAgMB0RlbHdhcmUxEzARBgNVBAcMCk5ldyBD
YXN0bGUxFTATBgNVBAoMDFN1cGFiYXNlIEluYzEeMBwGA1UEAwwVU3VwYWJhc2Ug
Um9vdCAyMDIxIENBMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAqQXW
QyHOB+qR2GJobCq/CBmQ40G0oDmCC3mzVnn8sv4XNeWtE5XcEL0uVih7Jo4Dkx1Q
DmGHBH1zDfgs2qXiLb6xpw/CKQPypZW1JssOTMIfQppNQ87K75Ya0p25Y3ePS2t2
GtvHxNjUV6kjOZjEn2yWEcBdpOVCUYBVFBNMB4YBHkNRDa/+S4uywAoaTWnCJLUi
cvTlHmMw6xSQQn1UfRQHk50DMCEJ7Cy1RxrZJrkXXRP3LqQL2ijJ6F4yMfh+Gyb4
O4XajoVj/+R4GwywKYrrS8PrSNtwxr5StlQO8zIQUSMiq26wM8mgELFlS/32Uclt
NaQ1xBRizkzpZct9DwIDAQABo2AwXjALBgNVHQ8EBAMCAQYwHQYDVR0OBBYEFKjX
uXY32CztkhImng4yJNUtaUYsMB8GA1UdIwQYMBaAFKjXuXY32CztkhImng4yJNUt
aUYsMA8GA1UdEwEB/wQFMAMBAf8wDQYJKoZIhvcNAQELBQADggEBAB8spzNn+4VU
tVxbdMaX+39Z50sc7uATmus16jmmHjhIHz+l/9GlJ5KqAMOx26mPZgfzG7oneL2b
VW+WgYUkTT3XEPFWnTp2RJwQao8/tYPXWEJDc0WVQHrpmnWOFKU/d3MqBgBm5y+6
jB81TU/RG2rVerPDWP+1MMcNNy0491CTL5XQZ7JfDJJ9CCmXSdtTl4uUQnSuv/Qx
Cea13BX2ZgJc7Au30vihLhub52De4P/4gonKsNHYdbWjg7OWKwNv/zitGDVDB9Y2
CMTyZKG3XEu5Ghl1LEnI3QmEKsqaCLv12BnVjbkSeZsMnevJPs1Ye6TjjJwdik5P
o/bKiIz+Fq8=
-----END CERTIFICATE-----
`,
    `-----BEGIN CERTIFICATE-----
MIIDxzCCAq+gAwIBAgIUeX+gpfmsRW9asFkRvjyXjHxbfgcwDQYJKoZIhvcNAQEL
BQAwazELMAkGA1UEBhMCVVMxEDAOBgNVBAgMB0RlbHdhcmUxEzARBgNVBAcMCk5l
dyBDYXN0bGUxFTATBgNVBAoMDFN1cGFiYXNlIEluYzEeMBwGA1UEAwwVU3VwYWJh
c2UgUm9vdCAyMDIxIENBMB4XDTI1MDkwMzA4MDEyNVoXDTM1MDkwMTA4MDEyNVow
azELMAkGA1UEBhMCVVMxEDAOBgNVBAgMB0RlbHdhcmUxEzARBgNVBAcMCk5ldyBD
YXN0bGUxFTATBgNVBAoMDFN1cGFiYXNlIEluYzEeMBwGA1UEAwwVU3VwYWJhc2Ug
Um9vdCAyMDIxIENBMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA5Ve7
i9UAmc7luUilELPtqzEk8nGHxg7nY0aCStr625M7+K4OPO6RUllTsHh47k1jWyzm
LXLlyYwCsYCjQp+3vn06H+F/HRUxBt6CK2B7bNng230exTunk0xFvfkX6YgHR7B3
1B7L25Rq3PhuRFPV4hnGYRam2XBZC4UNPqoAgrhV0HOYzXXAVoTr2yaBTMnB331Z
RwOmINh7eqTCk/JRZbb6vfZOhZRAVAe9AoRLoG8aKwmeoLGwlu0UuFx6z3E+6bmA
fSNa8Lx02GEoCdPLw9IRKUFq/SgBpQUKm44H1fDwTjH2CMM0N4p0mL/6wXnNeHvt
C40MmKZ0RcVmHE5wBwIDAQABo2MwYTAdBgNVHQ4EFgQUjvEE541toZcwtXQlZlcB
YOBRTnowHwYDVR0jBBgwFoAUjvEE541toZcwtXQlZlcBYOBRTnowDwYDVR0TAQH/
BAUwAwEB/zAOBgNVHQ8BAf8EBAMCAYYwDQYJKoZIhvcNAQELBQADggEBACD5IcGP
XKvS9qg0CgEQPFqYavt5c7P+0xxFgiZe+xoG8fUw58yNeK2APtgGPRpxEOGfAlNx
z9HDt4gcyHEE00B3qAVDm49pqNxioFWzNqU2LGfM/HL1QmN6urR7hCOkVCJddvOc
FhFX4nZDuRfaBboDvS5HlK3Pzxddp9hvrJi2bemr8HLqYc3HzmVckgPGSLML6t+h
4LRCXSlQsDgQ1LZ4KHsl4cq7K51N6FOXQBLB5q4lMKhs0VUhCT8Pdsj12+84laCV
c22q6p2mdT9SaernCSRnWazXWisgpjv3H7Ex4S1DCYjJIwn3PUToGFv1r8YRN2/S
O19yVSxxCIf64Sg=
-----END CERTIFICATE-----
`,
];

;// CONCATENATED MODULE: ./packages/postgres/lib/connection/session.js







const CONNECT_WITHIN_MS = 20_000;
const CLOSE_WITHIN_MS = 2_000;
const KEEP_ALIVE_MS = 10_000;
const OLDEST = 130_000;
async function openSession(target, options) {
    if (options.signal?.aborted)
        throw new errors/* CancelledError */.cc('cancelled before connecting to the database');
    const { default: pg } = await __nccwpck_require__.e(/* import() */ 945).then(__nccwpck_require__.bind(__nccwpck_require__, 971287));
    const withinMs = options.withinMs ?? CONNECT_WITHIN_MS;
    const client = new pg.Client(await clientConfig(target, options.applicationName, withinMs));
    const session = new PgSession(client, options.log);
    let isLate = false;
    const timer = setTimeout(() => {
        isLate = true;
        session.abandon();
    }, withinMs);
    const cancel = () => session.abandon();
    options.signal?.addEventListener('abort', cancel, { once: true });
    try {
        await client.connect();
        await session.greet();
    }
    catch (error) {
        await session.close();
        if (options.signal?.aborted)
            throw (0,clock/* cancellation */.WN)(options.signal);
        const cause = isLate ? new Error(`no answer within ${(0,duration/* formatDuration */.a)(withinMs)}`, { cause: error }) : error;
        throw (0,explain/* explainFailedLogin */.A)(target, cause);
    }
    finally {
        clearTimeout(timer);
        options.signal?.removeEventListener('abort', cancel);
    }
    return session;
}
async function clientConfig(target, applicationName, withinMs) {
    return {
        host: target.host,
        port: target.port,
        database: target.database,
        user: target.user,
        password: target.password,
        ...(target.options === '' ? {} : { options: target.options }),
        application_name: applicationName,
        connectionTimeoutMillis: withinMs,
        keepAlive: true,
        keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
        ssl: await tlsOptions(target),
    };
}
async function tlsOptions({ tls, host }) {
    if (tls.mode === 'off')
        return false;
    if (tls.mode === 'none')
        return { rejectUnauthorized: false };
    const own = tls.roots === undefined ? undefined : readRoots(tls.roots);
    const ca = own ?? (tls.supabase ? [...(await systemRoots()), ...supabaseRoots] : undefined);
    return {
        host,
        rejectUnauthorized: true,
        ...(ca === undefined ? {} : { ca: [...ca] }),
        ...(tls.mode === 'ca' ? { checkServerIdentity: () => undefined } : {}),
    };
}
async function systemRoots() {
    const { rootCertificates } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 346835, 19));
    return rootCertificates;
}
function readRoots(path) {
    try {
        return [(0,external_node_fs_.readFileSync)(path, 'utf8')];
    }
    catch (cause) {
        throw new errors/* InputError */.dz(`database-url: sslrootcert ${path} cannot be read`, { cause });
    }
}
class PgSession {
    #client;
    #about = '';
    #waiting = [];
    #handedOver = false;
    pid = 0;
    version = 0;
    noticesClientLoss = false;
    lost = false;
    constructor(client, log) {
        this.#client = client;
        client.on('error', () => {
            this.lost = true;
        });
        client.on('end', () => {
            this.lost = true;
        });
        client.on('notice', (notice) => {
            if (notice.code === '25P01')
                return;
            const text = notice.message ?? '';
            if (notice.severity === 'WARNING')
                log.info(`${this.#about}the server warns: ${text}`);
            else
                log.debug(`${this.#about}${notice.severity ?? 'NOTICE'}: ${text}`);
        });
    }
    async greet() {
        const [row] = await this.rows(`select pg_backend_pid(), current_setting('server_version_num'), pg_is_in_recovery(),
              current_setting('transaction_read_only'), current_setting('standard_conforming_strings'), session_user`);
        this.pid = Number(row?.[0]);
        this.version = Number(row?.[1]);
        if (row?.[2] === 't')
            throw new errors/* InputError */.dz('database-url: this server is a read replica; name the primary');
        if (row?.[3] === 'on')
            throw readOnly();
        if (row?.[4] === 'off')
            throw otherStrings(row[5] ?? '');
        if (this.version < OLDEST) {
            throw new errors/* InputError */.dz(`database-url: PostgreSQL ${Math.floor(this.version / 10_000)} is too old; 13 is the oldest`);
        }
        this.noticesClientLoss = (await this.send("set client_connection_check_interval = '2s'")).ok;
    }
    get announcedPid() {
        return this.#client.processID;
    }
    send(sql, options = {}) {
        const [sent] = this.sendAll([{ sql, options }]);
        return sent;
    }
    sendAll(messages) {
        const wire = this.#client.connection;
        if (!this.lost) {
            wire.stream.cork();
            for (const { sql } of messages)
                wire.query(sql);
            wire.stream.uncork();
        }
        const results = messages.map(({ options }) => this.#enqueue(options));
        this.#pump();
        return results;
    }
    #enqueue(options) {
        return new Promise((resolve, reject) => {
            const fail = (error, tags, hadItsTurn) => {
                if (!hadItsTurn)
                    this.#handOn();
                if (error instanceof sql_error/* SqlError */.L8 && !(0,sql_error/* endsConnection */.B5)(error.server.code))
                    resolve({ ok: false, error, tags });
                else if (error instanceof sql_error/* SqlError */.L8 || this.lost || isSocketError(error)) {
                    this.lost = true;
                    resolve({ ok: false, error: new sql_error/* ConnectionLost */.pz(error), tags });
                }
                else
                    reject(error);
            };
            const done = (reply) => resolve({ ok: true, reply, status: this.status() });
            const onTurn = () => {
                this.#about = options.about === undefined ? '' : `${options.about}: `;
                this.#handOn();
            };
            this.#waiting.push(new Message({ ...options, onTurn }, done, fail));
        });
    }
    #pump() {
        if (this.#handedOver)
            return;
        const next = this.#waiting.shift();
        if (next === undefined)
            return;
        this.#handedOver = true;
        this.#client.query(next);
    }
    #handOn() {
        this.#handedOver = false;
        this.#pump();
    }
    async rows(sql) {
        const result = await this.send(sql, { keepRows: true });
        if (!result.ok)
            throw result.error;
        return result.reply.rows;
    }
    status() {
        return this.#client.getTransactionStatus();
    }
    abandon() {
        this.lost = true;
        this.#client.connection.stream.destroy();
    }
    async close() {
        const timer = setTimeout(() => this.abandon(), CLOSE_WITHIN_MS);
        await this.#client.end().catch(() => undefined);
        clearTimeout(timer);
    }
}
function readOnly() {
    return new errors/* RemoteError */.Hi('the database is read-only', {
        service: 'PostgreSQL',
        code: '25006',
        retryable: false,
        hint: 'its disk may be full (Supabase switches to read-only then), or default_transaction_read_only is set for this role',
    });
}
function otherStrings(role) {
    return new errors/* InputError */.dz('database-url: a backslash escapes in the strings of this role or database (standard_conforming_strings is off), so ' +
        `files would mean something else here; run "alter role ${(0,quote/* identifier */.Cv)(role)} set standard_conforming_strings = on" ` +
        'and, in files that need it, "set standard_conforming_strings = off"');
}
function isSocketError(error) {
    if (!(error instanceof Error))
        return false;
    const code = error.code ?? '';
    return /^(E[A-Z]+|ERR_)/.test(code) || /connection (terminated|error|closed)|not queryable/i.test(error.message);
}


/***/ }),

/***/ 182089:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B5: () => (/* binding */ endsConnection),
/* harmony export */   L8: () => (/* binding */ SqlError),
/* harmony export */   pz: () => (/* binding */ ConnectionLost)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(203906);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(896818);

class SqlError extends _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi {
    server;
    constructor(server) {
        super(safeMessage(server), {
            service: 'PostgreSQL',
            code: server.code,
            retryable: /^(40|55P03|53)/.test(server.code),
            ...(safeHint(server) === undefined ? {} : { hint: safeHint(server) ?? '' }),
        });
        this.server = server;
    }
}
class ConnectionLost extends _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi {
    constructor(cause) {
        const words = cause instanceof Error ? cause.message : String(cause);
        super(`the connection to the database was lost: ${words}`, { service: 'PostgreSQL', retryable: true, cause });
    }
}
function endsConnection(code) {
    return /^(08|57P0[1-5]|25P03|25P04)/.test(code);
}
function safeMessage(server) {
    return server.code.startsWith('22') ? server.message.replace(/"[^"]*"(?=$|[^\w])/g, '"…"') : server.message;
}
function safeHint(server) {
    const detail = /^(2B|42|55|57|0A)/.test(server.code) ? server.detail : '';
    const text = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .T)([detail, server.hint].filter((part) => part !== '').join(' '), '; ');
    return text === '' ? undefined : text;
}


/***/ }),

/***/ 247753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cv: () => (/* binding */ identifier),
/* harmony export */   TS: () => (/* binding */ textArray),
/* harmony export */   eu: () => (/* binding */ literal)
/* harmony export */ });
/* unused harmony export optional */
function literal(text) {
    const quoted = text.replaceAll("'", "''");
    return quoted.includes('\\') ? `E'${quoted.replaceAll('\\', '\\\\')}'` : `'${quoted}'`;
}
function optional(text) {
    return text === undefined || text === '' ? 'null' : literal(text);
}
function identifier(name) {
    return `"${name.replaceAll('"', '""')}"`;
}
function textArray(texts) {
    return `array[${texts.map(literal).join(',')}]::text[]`;
}


/***/ }),

/***/ 129348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  _e: () => (/* binding */ compareSchemas),
  G7: () => (/* binding */ readSchema),
  zT: () => (/* binding */ readSchemaWithin)
});

// EXTERNAL MODULE: ./packages/postgres/lib/quote.js
var quote = __nccwpck_require__(247753);
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

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return ({"35":"file-source.chunk.js","229":"s3.chunk.js","364":"verify-files.chunk.js","380":"copy-files.chunk.js","589":"file-source+s3.common.chunk.js","650":"write-files.chunk.js","658":"project-restore-project.chunk.js","694":"engine.chunk.js","747":"age-encryption.chunk.js","945":"../shared/pg.chunk.js","974":"file-list.chunk.js"})[chunkId];
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(504147);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
