/** What stands in the page at first: a short report as a thesaurus spinner leaves it. */
export const SAMPLE = `The harbor metropolis will shut its oldest bridge for restore subsequent month, the mayor mentioned on Tuesday, after inspectors discovered cracks in two of its six columns.

Greater than 40,000 folks cross the river day by day, in line with the transport ministry. Visitors will likely be diverted to a brand new ferry, which is predicted to run till subsequent spring and to take the town’s final 2 million {dollars}.

“It’s a troublesome choice, however we cannot wait any longer,” mentioned the mayor, who was elected final yr after promising to chop taxes. Residents mentioned they fear about increased costs and misplaced jobs; not less than 12 outlets close to the bridge have already closed.

The federal government rejected a request for monetary assist earlier this yr. A spokeswoman for the inside ministry mentioned that officers would look once more on the invoice earlier than the top of the month.
`;
