export {
  type JudgedJob,
  judgeNeeds,
  type NeedsJudgement,
  type PolicyLine,
  type PolicyWord,
  parseNeeds,
  parsePolicy,
} from './needs.ts';
