import { expect, test } from '@jest/globals';
import { readZip } from '../../src/sources/zip.ts';
import { zipOf } from './zips.ts';

const LIMITS = { files: 10, bytes: 10_000 };
const all = () => true;

/** Written by Python's zipfile to a stream that cannot seek: sizes are after the content, one file is packed, one is not. */
const BY_PYTHON =
  'UEsDBBQACAAIAABgfl0AAAAAAAAAAAAAAAALAAAAY2hlY2tzLmpzb26rVsrOzEtRslLKyU/OLi5JLdBNzkgFsvQNlWq5qkclRyUJSwIAUEsHCFEq6C8lAAAARAIAAFBLAwQUAAgAAAAAYH5dAAAAAAAAAAAAAAAACwAAAGEvcmVhZG1lLm1kc3RvcmVkUEsHCAv5Q1YGAAAABgAAAFBLAQIUAxQACAAIAABgfl1RKugvJQAAAEQCAAALAAAAAAAAAAAAAACAAQAAAABjaGVja3MuanNvblBLAQIUAxQACAAAAABgfl0L+UNWBgAAAAYAAAALAAAAAAAAAAAAAACAAV4AAABhL3JlYWRtZS5tZFBLBQYAAAAAAgACAHIAAACdAAAAAAA=';

test('reads an archive that another tool wrote', () => {
  const read = readZip(Buffer.from(BY_PYTHON, 'base64'), all, LIMITS);
  if (read.kind === 'broken') throw new Error(read.why);
  expect([...read.files].map(([name, content]) => [name, content.toString()])).toEqual([
    ['checks.json', '{"kind":"lockstep-checks/1"}\n'.repeat(20)],
    ['a/readme.md', 'stored'],
  ]);
});

const good = zipOf([{ name: 'checks.json', content: 'x'.repeat(500) }]);
const changed = (at: number, value: number) => {
  const copy = Buffer.from(good);
  copy.writeUInt16LE(value, at);
  return copy;
};
const LIST = good.indexOf(Buffer.from('504b0102', 'hex'));

test.each<[string, Buffer, string]>([
  ['nothing', Buffer.alloc(0), 'no end'],
  ['a page of HTML', Buffer.from('<!doctype html><p>503</p>'.repeat(9)), 'no end'],
  ['one that is cut off', good.subarray(0, good.length - 30), 'no end'],
  ['one whose content is cut out', Buffer.concat([good.subarray(0, 35), good.subarray(45)]), 'damaged'],
  ['one that unpacks to more than it says', zipOf([{ name: 'a', content: 'x'.repeat(9_000), size: 10 }]), 'damaged'],
  ['one that unpacks to less', zipOf([{ name: 'a', content: 'x', size: 10 }]), 'another size'],
  ['one that unpacks to too much', zipOf([{ name: 'a', content: Buffer.alloc(10_001) }]), 'more than 10000 bytes'],
  ['one with a file twice', zipOf([1, 2].map(() => ({ name: 'a', content: 'x' }))), 'twice'],
  ['one with too many files', zipOf([...Array(11).keys()].map((one) => ({ name: `${one}`, content: '' }))), '11 files'],
  ['one that is packed in another way', zipOf([{ name: 'a', content: 'x', method: 12 }]), 'method 12'],
  ['one that is encrypted', changed(LIST + 8, 9), 'encrypted'],
  ['one whose list leads elsewhere', changed(good.length - 22 + 16, 7), 'list of the archive is damaged'],
  ['one in the long form', changed(LIST + 44, 0xffff), 'damaged'],
])('%s is broken', (_, bytes, why) => {
  expect(readZip(bytes, all, LIMITS)).toMatchObject({ kind: 'broken', why: expect.stringContaining(why) });
});

test('what nobody wants is not unpacked', () => {
  const archive = zipOf([
    { name: 'bomb', content: Buffer.alloc(1_000_000) },
    { name: '../../etc/passwd', content: 'x' },
    { name: 'checks.json', content: '{}' },
  ]);
  const read = readZip(archive, (name) => name === 'checks.json', LIMITS);
  expect(read.kind === 'files' && [...read.files.keys()]).toEqual(['checks.json']);
});
