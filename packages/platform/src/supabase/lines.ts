import type { Line } from '../line.ts';
import { authLines } from './lines-auth.ts';
import { functionLines } from './lines-functions.ts';
import { supabaseProjectLines } from './lines-project.ts';

export const supabaseLines: readonly Line[] = [...supabaseProjectLines, ...functionLines, ...authLines];
