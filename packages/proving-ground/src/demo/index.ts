export { type DemoOptions, playDemo } from './demo.ts';
