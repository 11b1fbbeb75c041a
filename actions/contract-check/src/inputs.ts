/** The engine, and so its inputs, are those of the command too. */
export { type Inputs, inputs, problemsOf } from '@lockstep/action-kit/contract-check/inputs';
