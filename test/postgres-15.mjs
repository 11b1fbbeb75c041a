/** Set up for the tests that also run on an older server; see jest.config.mjs. */
process.env.LOCKSTEP_POSTGRES = '15';
