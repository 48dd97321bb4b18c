import type { Finding } from './finding.js';
