import newsmark = require('newsmark');

const report: Promise<newsmark.Report> = newsmark.annotate('A mill.');

export = report;
