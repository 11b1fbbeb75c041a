/** The plan, and so what it is made of, are those of the command too. */
export { type Inputs, inputs } from '@lockstep/action-kit/edge-audit/inputs';
