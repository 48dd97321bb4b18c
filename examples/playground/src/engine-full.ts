import * as library from '../../../src/index.js';
import { serveRequests } from './engine.js';

serveRequests(library);
