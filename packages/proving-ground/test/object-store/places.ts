import { S3Client } from '@aws-sdk/client-s3';
import { startMoto } from '../../../../test/judges/moto.ts';
import { Faults } from '../../src/faults/index.ts';
import { startObjectStore } from '../../src/object-store/index.ts';

/** Somewhere that speaks S3, and its own client for it. */
export interface Place {
  readonly endpoint: string;
  readonly region: string;
  readonly client: S3Client;
  close(): Promise<void>;
}

const region = 'eu-central-1';

export async function ourPlace(): Promise<Place> {
  const store = await startObjectStore({ faults: new Faults(), region });
  const client = clientFor(store.url, store.key());
  return {
    endpoint: store.url,
    region,
    client,
    close: async () => {
      client.destroy();
      await store.close();
      if (store.unmodelled.length > 0) throw new Error(`not modelled: ${store.unmodelled}`);
    },
  };
}

export async function motoPlace(): Promise<Place> {
  const moto = await startMoto();
  const client = clientFor(moto.endpoint, { accessKeyId: 'judge', secretAccessKey: 'judge' });
  return {
    endpoint: moto.endpoint,
    region,
    client,
    close: async () => {
      client.destroy();
      await moto.close();
    },
  };
}

export function clientFor(
  endpoint: string,
  { accessKeyId, secretAccessKey, sessionToken }: Credentials,
  more: object = {},
): S3Client {
  const credentials = { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
  return new S3Client({ endpoint, region, forcePathStyle: true, maxAttempts: 1, credentials, ...more });
}

interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

/** What a call came to: its answer, or the code and status of its refusal. */
export async function outcome(work: Promise<object>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    const { $metadata, name } = error as {
      readonly name: string;
      readonly $metadata?: { readonly httpStatusCode?: number };
    };
    return `${name} ${$metadata?.httpStatusCode ?? ''}`;
  }
}
