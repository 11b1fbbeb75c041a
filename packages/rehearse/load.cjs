/** For a program that is bundled, and so can import nothing by a path that it finds when it runs. */
exports.load = () => import('./lib/index.js');
