export const id = 7203;
export const ids = [7203];
export const modules = {

/***/ 92318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  buildByFile: () => (/* reexport */ buildByFile),
  createEngine: () => (/* reexport */ engine/* createEngine */.P),
  readFolder: () => (/* reexport */ folder/* readFolder */.j),
  withBuiltSchema: () => (/* reexport */ withBuiltSchema)
});

// UNUSED EXPORTS: FileError, MigrationLockError, PlanRefused, VERSION, adopt, archivedRows, asSection, defaultArchiveLimits, describeArchived, describeDeletions, describeKeep, describeLosses, describePrediction, describeReleases, describeWaiting, digestsOf, down, draftDown, draftFrom, draftText, dropPreview, eraseFromArchives, extendArchive, findingList, folderDigest, hasDownHalf, hasStatements, isSupabaseFolder, lintFolder, lintPending, listArchives, listPreviews, loadImport, markdownTable, openPreview, otherPlan, planMarkdown, pruneArchives, pullMarkdown, pullVerdict, readAdoptPlan, readContractData, readDownHalf, readDownPlan, readEdits, readFolderPull, readKnown, readPlanReport, readRepairPlan, readStatus, readStyle, readUpPlan, readWaiting, removeArchive, repair, restoreArchives, seedAsSupabase, stemOf, up, upTo, usesSupabase, verify, versionKey, withDown, withDownHalf, withDraftSession, withMigration

// EXTERNAL MODULE: ./packages/migrations/lib/engine/engine.js
var engine = __webpack_require__(772489);
// EXTERNAL MODULE: ./packages/migrations/lib/files/folder.js + 6 modules
var folder = __webpack_require__(961742);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/session.js + 2 modules
var connection_session = __webpack_require__(356042);
// EXTERNAL MODULE: ./packages/migrations/lib/files/supabase-project.js
var supabase_project = __webpack_require__(695098);
// EXTERNAL MODULE: ./packages/migrations/lib/up/up.js + 6 modules
var up = __webpack_require__(663067);
// EXTERNAL MODULE: ./packages/migrations/lib/verify/shadow.js + 1 modules
var shadow = __webpack_require__(1034599);
;// CONCATENATED MODULE: ./packages/migrations/lib/verify/build.js




const PLATFORM_GRANTS = `do $grants$ begin
${['tables', 'functions', 'sequences'].map((what) => `alter default privileges in schema public grant all on ${what} to anon, authenticated, service_role;`).join('\n')}
if to_regclass('storage.objects') is not null then grant all on storage.objects, storage.buckets to anon, authenticated, service_role; end if;
if to_regclass('realtime.messages') is not null then grant select, insert on realtime.messages to anon, authenticated, service_role; alter table realtime.messages enable row level security; end if;
end $grants$`;
async function withBuiltSchema(engine, folder, work, { platformGrants } = { platformGrants: false }) {
    const needsSupabase = (0,supabase_project/* usesSupabase */.L)(folder);
    return (0,shadow/* withShadow */.to)(engine, { given: undefined, needsSupabase }, async (shadow) => {
        if (needsSupabase && platformGrants)
            await grantAsPlatform(shadow);
        const { failure } = await (0,up.up)(shadow, { folder, phase: 'all', allowOutOfOrder: true });
        if (failure !== undefined)
            return { kind: 'not-built', message: failure.message };
        return { kind: 'built', value: await work(shadow.target) };
    });
}
async function buildByFile(engine, folder, look) {
    return (0,shadow/* withShadow */.to)(engine, { given: undefined, needsSupabase: (0,supabase_project/* usesSupabase */.L)(folder) }, async (shadow) => {
        for (;;) {
            const { applied, failure } = await (0,up.up)(shadow, { folder, phase: 'all', allowOutOfOrder: true, steps: 1 });
            if (failure !== undefined)
                return { kind: 'not-built', message: failure.message };
            const [one] = applied;
            if (one === undefined)
                return { kind: 'built', value: undefined };
            await look(shadow.target, one.file);
        }
    });
}
async function grantAsPlatform({ log, signal, target }) {
    const session = await (0,connection_session/* openSession */.f)(target, { log, signal, applicationName: 'lockstep build' });
    try {
        await session.rows(PLATFORM_GRANTS);
    }
    finally {
        await session.close();
    }
}

;// CONCATENATED MODULE: ./packages/migrations/lib/index.js








































/***/ })

};
