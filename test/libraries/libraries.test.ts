import { libraries } from './libraries.js';
import { testLibraries } from './test-libraries.js';

testLibraries(libraries);
