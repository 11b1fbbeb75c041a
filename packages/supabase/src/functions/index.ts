export type { AnswerTools, AskFunction, FunctionAnswer } from './answers.ts';
export { type AskOptions, createAsk } from './ask.ts';
export { checkFunctions, type FunctionFindings, type FunctionRules, type FunctionTools } from './check-functions.ts';
export { type Folder, folderOf } from './folder.ts';
export { type EdgeFunction, getFunction, listFunctions } from './functions.ts';
export { type Deployed, type Expected, judgeFunctions, judgeStrays } from './judge.ts';
export { type Git, gitIn, type LastChange, lastChange } from './last-change.ts';
export { type FunctionRequests, type FunctionWish, readFunctionRequests } from './requests.ts';
export { readWantedFunctions, type WantedFunction } from './wanted.ts';
