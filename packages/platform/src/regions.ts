/**
 * The place of a region of Vercel's and of Supabase's (AWS's names), so that functions can be compared with the
 * one of their database. Sources: vercel.com/docs/regions, supabase.com/docs/guides/platform/regions.
 */
const VERCEL: Readonly<Record<string, string>> = {
  arn1: 'eu-north-1',
  bom1: 'ap-south-1',
  cdg1: 'eu-west-3',
  cle1: 'us-east-2',
  cpt1: 'af-south-1',
  dub1: 'eu-west-1',
  dxb1: 'me-central-1',
  fra1: 'eu-central-1',
  gru1: 'sa-east-1',
  hkg1: 'ap-east-1',
  hnd1: 'ap-northeast-1',
  iad1: 'us-east-1',
  icn1: 'ap-northeast-2',
  kix1: 'ap-northeast-3',
  lhr1: 'eu-west-2',
  pdx1: 'us-west-2',
  sfo1: 'us-west-1',
  sin1: 'ap-southeast-1',
  syd1: 'ap-southeast-2',
  yul1: 'ca-central-1',
};

/** The AWS region of one of Vercel's; undefined for one that is not known here. */
export function awsRegionOf(vercelRegion: string): string | undefined {
  return VERCEL[vercelRegion];
}

/** Vercel's region in an AWS region; undefined where there is none. */
export function vercelRegionIn(awsRegion: string): string | undefined {
  return Object.entries(VERCEL).find(([, aws]) => aws === awsRegion)?.[0];
}
