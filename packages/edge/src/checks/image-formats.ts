import { type Answer, header } from '../ask/exchange.ts';
import { imagesOf, unreadAssets } from '../assets.ts';
import { type EdgeCheck, type Finding, failed, leftOut, passed } from './check.ts';

/** What a small image would save is less than a packet. */
const WORTH_BYTES = 10_240;

export const imageFormats: EdgeCheck = {
  id: 'image-formats',
  title: 'Images are sent in a format of today',
  expected: 'WebP, AVIF or SVG for every image of more than 10 kB, to a browser that accepts them',
  remedy:
    'Render images with `next/image` and leave `images.formats` on, or convert the files. JPEG and PNG are about twice as large.',
  look: async (site) => {
    const images = await imagesOf(site);
    if (images.read.length + images.missed.length === 0)
      return [leftOut(site.plan.url.host, 'no page shows an image from a host that may be requested')];
    const found = images.read.map(({ url, answer }) => judge(`${url.host}${url.pathname}`, answer));
    return [...found, ...unreadAssets(images)];
  },
};

function judge(what: string, answer: Answer): Finding {
  const type = (header(answer, 'content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const size = `${type === '' ? 'no type' : type}, ${answer.bytes} bytes`;
  const old = /^image\/(?:jpe?g|png|gif|bmp|tiff)$/.test(type) && (answer.bytes > WORTH_BYTES || answer.truncated);
  return old ? failed('old-image-format', what, size) : passed(what, size);
}
