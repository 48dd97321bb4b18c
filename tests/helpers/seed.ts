import fc from 'fast-check';

// Continuous integration tries the same cases each time, so that a failure is the change's own; everybody else tries new ones.
if (process.env['CI']) fc.configureGlobal({ seed: 20_260_501 });
