export { type EndpointSeed, loadStripeContract, type Stripe, startStripe } from './stand-in.ts';
