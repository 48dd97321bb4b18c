import * as library from '../../../src/lite.js';
import { serveRequests } from './engine.js';

serveRequests(library);
