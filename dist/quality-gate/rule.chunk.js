export const id = 476;
export const ids = [476];
export const modules = {

/***/ 200934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   creator: () => (/* binding */ creator)
/* harmony export */ });
const MESSAGES = {
    STRIPE: { en: () => 'a Stripe live key' },
    STRIPE_WEBHOOK: { en: () => 'a Stripe webhook signing secret' },
    SUPABASE_SECRET: { en: () => 'a Supabase secret key' },
    SUPABASE_TOKEN: { en: () => 'a Supabase access token' },
    SUPABASE_SERVICE_ROLE: { en: () => 'a Supabase service_role key' },
};
const PATTERNS = {
    STRIPE: /\b[sr]k_live_[0-9A-Za-z]{20,247}\b/g,
    STRIPE_WEBHOOK: /\bwhsec_[0-9A-Za-z]{32,64}\b/g,
    SUPABASE_SECRET: /\bsb_secret_[0-9A-Za-z_-]{20,}/g,
    SUPABASE_TOKEN: /\bsbp_(?:oauth_)?[0-9a-f]{40}\b/g,
};
const JWT = /\beyJ[\w-]{10,1000}\.(eyJ[\w-]{10,4000})\.[\w-]{20,1000}/g;
const creator = {
    messages: MESSAGES,
    meta: { id: 'lockstep-keys', type: 'scanner', recommended: true, supportedContentTypes: ['text'] },
    create(context) {
        const translate = context.createTranslator(MESSAGES);
        const report = (id, start, length) => context.report({ message: translate(id), range: [start, start + length] });
        return {
            file({ content }) {
                for (const [id, pattern] of Object.entries(PATTERNS))
                    for (const match of content.matchAll(pattern))
                        report(id, match.index, match[0].length);
                for (const match of content.matchAll(JWT))
                    if (isServiceRole(match[1] ?? ''))
                        report('SUPABASE_SERVICE_ROLE', match.index, match[0].length);
            },
        };
    },
};
function isServiceRole(payload) {
    try {
        const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
        if (typeof claims !== 'object' || claims === null)
            return false;
        const { role, iss } = claims;
        return role === 'service_role' && iss !== 'supabase-demo';
    }
    catch {
        return false;
    }
}


/***/ })

};
