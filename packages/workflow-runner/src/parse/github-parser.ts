import * as nodeModule from 'node:module';
import type * as Workflows from '@actions/workflow-parser';
import type * as Actions from '@actions/workflow-parser/actions/index';
import type * as Referenced from '@actions/workflow-parser/model/converter/referencedWorkflow';

export interface GitHubParser {
  readonly parseWorkflow: typeof Workflows.parseWorkflow;
  readonly convertWorkflowTemplate: typeof Workflows.convertWorkflowTemplate;
  readonly parseAction: typeof Actions.parseAction;
  readonly convertActionTemplate: typeof Actions.convertActionTemplate;
  readonly convertReferencedWorkflow: typeof Referenced.convertReferencedWorkflow;
  readonly trace: Workflows.TraceWriter;
}

let loading: Promise<GitHubParser> | undefined;

/** GitHub's own parser of workflow and action files (@actions/workflow-parser), loaded on first use. */
export function githubParser(): Promise<GitHubParser> {
  loading ??= load();
  return loading;
}

async function load(): Promise<GitHubParser> {
  allowJsonImports();
  const workflows = await import('@actions/workflow-parser');
  const actions = await import('@actions/workflow-parser/actions/index');
  const referenced = await import('@actions/workflow-parser/model/converter/referencedWorkflow');
  return {
    parseWorkflow: workflows.parseWorkflow,
    convertWorkflowTemplate: workflows.convertWorkflowTemplate,
    parseAction: actions.parseAction,
    convertActionTemplate: actions.convertActionTemplate,
    convertReferencedWorkflow: referenced.convertReferencedWorkflow,
    trace: new workflows.NoOperationTraceWriter(),
  };
}

/**
 * The parser imports its schemas as JSON without the attribute that Node asks for (ERR_IMPORT_ATTRIBUTE_MISSING), so
 * a loader hook adds it for that package alone.
 */
function allowJsonImports(): void {
  const hook = `export async function load(url, context, next) {
    const json = url.endsWith('.json') && url.includes('/@actions/');
    return next(url, json ? { ...context, importAttributes: { ...context.importAttributes, type: 'json' } } : context);
  }`;
  nodeModule.register(`data:text/javascript,${encodeURIComponent(hook)}`);
}
