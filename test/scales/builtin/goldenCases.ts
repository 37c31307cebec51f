/** Facts → step, as the tables of the domain say. One line per case; every step and off the scale are there. */

export const LADDER_CASES = `
  → off
  !targeted                                             → off         # said not to fit
  member                                                → off         # a member who never bought
  orderDays=1                                           → off
  recentReferrals=5 recentUnpromptedReferrals=1         → off         # the window feeds lifetime facts in real tables
  reachable contactable nps=10 intent=10                → off         # attitude alone is no rung
  targeted                                              → suspect
  interests=1                                           → prospect
  targeted interests=4                                  → prospect
  orders=1                                              → shopper
  orders=1 interests=3 member                           → shopper     # membership needs two orders here
  orders=2                                              → customer
  orders=2 !member                                      → customer
  orders=40 revenueMinor=9000000                        → customer    # money is no rung
  orders=2 member                                       → member
  orders=1 referrals=1                                  → advocate
  referrals=1                                           → advocate    # refers before ever buying
  testimonials=1                                        → advocate
  orders=9 member testimonials=1                        → advocate
  referrals=9 recentReferrals=9                         → advocate    # always prompted
  orders=3 recentMentions=1 mentions=1                  → customer    # one is not regular
  referrals=1 recentUnpromptedReferrals=1               → advocate
  recentUnpromptedReferrals=2 referrals=2               → raving-fan
  recentMentions=2                                      → raving-fan
  recentUnpromptedReferrals=1 recentMentions=1          → raving-fan
  mentions=9 unpromptedReferrals=9                      → off         # long ago
`;

export const STEPWISE_LADDER_CASES = `
  → off
  targeted                                              → suspect
  interests=1                                           → prospect    # interest makes a suspect too
  orders=1                                              → shopper     # a known buyer is never off
  orders=2                                              → customer
  orders=2 member                                       → member
  orders=2 referrals=1                                  → customer    # no member, no further
  orders=2 member referrals=1                           → advocate
  orders=2 member recentMentions=2                      → member      # no advocate, no further
  orders=2 member testimonials=1 recentMentions=2       → raving-fan
  referrals=3 recentUnpromptedReferrals=3               → off         # nothing known but referrals
  targeted referrals=3                                  → suspect
  interests=1 referrals=3                               → prospect
`;

export const LEVELS_CASES = `
  → off
  interests=5                                           → off
  reachable                                             → off         # reachable, but no target
  targeted                                              → suspect
  targeted !reachable                                   → suspect
  targeted reachable                                    → prospect
  orders=1                                              → first-buy
  targeted !reachable orders=1                          → first-buy
  orders=2                                              → rebuy
  orders=9 recentOrders=3                               → rebuy
  orders=4 recentOrders=4                               → frequency-buyer
  orders=4 recentOrders=4 recentRevenueMinor=499999     → frequency-buyer
  orders=4 recentOrders=4 recentRevenueMinor=500000     → key-account
  orders=3 recentOrders=3 recentRevenueMinor=900000     → rebuy       # big, but not frequent
`;

export const STEPWISE_LEVELS_CASES = `
  → off
  interests=5                                           → off
  targeted                                              → suspect
  targeted reachable                                    → prospect
  orders=1                                              → first-buy
  orders=2                                              → rebuy
  orders=4 recentOrders=4                               → frequency-buyer
  orders=4 recentOrders=4 recentRevenueMinor=500000     → key-account
`;

export const LOYALTY_CASES = `
  → off
  targeted member                                                                       → off
  interests=1                                                                           → uncommitted
  interests=9 mentions=9                                                                → uncommitted  # never bought of late
  orders=5                                                                              → uncommitted  # long ago
  orders=1 recentOrders=1                                                               → uncommitted
  orders=1 recentOrders=1 interests=1                                                   → potential
  orders=1 recentOrders=1 reviews=1                                                     → potential
  orders=1 recentOrders=1 mentions=1                                                    → potential
  orders=2 recentOrders=1                                                               → potential
  orders=3 recentOrders=3                                                               → loyal
  orders=3 recentOrders=3 nps=7                                                         → loyal
  orders=3 recentOrders=3 nps=6                                                         → potential    # a detractor
  orders=3 recentOrders=3 openComplaints=1                                              → potential
  orders=3 recentOrders=3 recentRevenueMinor=90000                                      → loyal        # habit is not commitment
  orders=3 recentOrders=3 recentRevenueMinor=90000 nps=8 intent=8                       → loyal
  orders=3 recentOrders=3 recentRevenueMinor=90000 nps=9                                → very-loyal
  orders=3 recentOrders=3 recentRevenueMinor=90000 intent=9                             → very-loyal
  orders=3 recentOrders=3 recentRevenueMinor=90000 referrals=1                          → very-loyal
  orders=3 recentOrders=3 recentRevenueMinor=90000 testimonials=1                       → very-loyal
  orders=3 recentOrders=3 recentRevenueMinor=90000 mentions=1                           → very-loyal
  orders=3 recentOrders=3 recentRevenueMinor=90000 mentions=1 nps=6                     → potential    # very loyal includes loyal
  orders=3 recentOrders=3 recentRevenueMinor=90000 intent=10 openComplaints=1           → potential
  orders=2 recentOrders=2 recentRevenueMinor=90000 nps=10                               → potential
  orders=3 recentOrders=3 recentRevenueMinor=89999 nps=10                               → loyal
  orders=3 recentOrders=3 nps=10                                                        → loyal        # revenue not known
`;

export const LIFECYCLE_CASES = `
  → off
  member reachable                                      → off
  targeted                                              → reach
  interests=1                                           → acquisition
  orders=1                                              → development
  orders=2                                              → retention
  referrals=1                                           → advocacy
  testimonials=1                                        → advocacy
  mentions=5                                            → off
`;

export const STEPWISE_LIFECYCLE_CASES = `
  → off
  targeted                                              → reach
  interests=1                                           → acquisition
  orders=1                                              → development
  orders=1 referrals=1                                  → development
  orders=2                                              → retention
  orders=2 referrals=1                                  → advocacy
  referrals=1                                           → off
`;

export const STATUS_CASES = `
  → off
  targeted interests=3 referrals=2                      → off
  orders=1 orderDays=1 recencyDays=0                    → new
  orders=1 orderDays=1 recencyDays=30                   → new
  orders=3 orderDays=1 recencyDays=30                   → new         # three orders, one day
  orders=1 orderDays=1 recencyDays=31                   → active
  orders=1 orderDays=1 recencyDays=90                   → active
  orders=1 orderDays=1 recencyDays=91                   → cooling
  orders=1 orderDays=1 recencyDays=180                  → cooling
  orders=1 orderDays=1 recencyDays=181                  → lapsed
  orders=1 orderDays=1 recencyDays=365                  → lapsed
  orders=1 orderDays=1 recencyDays=366                  → lost
  orders=2 orderDays=2 recencyDays=3 rhythm=0           → active      # a repeat buyer is never new
  orders=2 orderDays=2 recencyDays=300 rhythm=1.5       → active      # slow by habit
  orders=2 orderDays=2 recencyDays=3 rhythm=1.6         → cooling
  orders=2 orderDays=2 recencyDays=3 rhythm=3           → cooling
  orders=2 orderDays=2 recencyDays=3 rhythm=3.01        → lapsed
  orders=2 orderDays=2 recencyDays=3 rhythm=6           → lapsed
  orders=2 orderDays=2 recencyDays=3 rhythm=6.01        → lost
`;
