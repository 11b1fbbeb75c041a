import { brotliDecompressSync, constants, gunzipSync, inflateSync } from 'node:zlib';

/** More than any page has; what is longer is cut. */
export const BODY_LIMIT_BYTES = 2 * 1024 * 1024;

export interface Decoded {
  readonly bytes: Buffer;
  /** False where the bytes are not what `content-encoding` says. */
  readonly intact: boolean;
}

/**
 * Decodes a body. A body that was cut is decoded as far as it goes. Nothing grows beyond the limit: a few bytes can
 * stand for gigabytes.
 */
export function decode(raw: Buffer, encoding: string): Decoded {
  const options = { maxOutputLength: BODY_LIMIT_BYTES * 4 };
  try {
    switch (encoding.trim().toLowerCase()) {
      case '':
      case 'identity':
        return { bytes: raw, intact: true };
      case 'gzip':
      case 'x-gzip':
        return { bytes: gunzipSync(raw, { ...options, finishFlush: constants.Z_SYNC_FLUSH }), intact: true };
      case 'deflate':
        return { bytes: inflateSync(raw, { ...options, finishFlush: constants.Z_SYNC_FLUSH }), intact: true };
      case 'br':
        return {
          bytes: brotliDecompressSync(raw, { ...options, finishFlush: constants.BROTLI_OPERATION_FLUSH }),
          intact: true,
        };
      default:
        return { bytes: Buffer.alloc(0), intact: false };
    }
  } catch {
    return { bytes: Buffer.alloc(0), intact: false };
  }
}
