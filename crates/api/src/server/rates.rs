//! How often one address may do what.
//!
//! A bucket for each purpose and address fills by itself and pays for each request; an empty one
//! says when to come back.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::Mutex;
use std::time::Instant;

use super::Rejection;
use crate::limits;

/// What is limited for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// Signing in: each try is a guess at a password.
    SignIn,
    /// Taking a number by phone: each try is a guess at the presence code.
    Join,
    /// Anything, by anybody.
    Request,
}

impl Purpose {
    /// The purpose of the action called `name`, if it has one of its own.
    pub fn of_action(name: &str) -> Option<Self> {
        match name {
            "staff.sign_in" => Some(Self::SignIn),
            "ticket.join" => Some(Self::Join),
            _ => None,
        }
    }
}

/// How often.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rate {
    /// So many at once.
    pub burst: u32,
    /// And then so many a minute.
    pub per_minute: f64,
}

/// How often for each purpose, by address.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rates {
    /// Wrong passwords: a right one costs nothing.
    pub sign_in: Rate,
    /// Wrong presence codes: a right one costs nothing. The phones of a hall share one address.
    pub join: Rate,
    /// All requests of visitors. Machines and staff of the hall do not pay.
    pub request: Rate,
    /// Visitors from this machine itself do not pay for requests either.
    pub spare_loopback: bool,
}

impl Default for Rates {
    fn default() -> Self {
        Self {
            sign_in: Rate {
                burst: 8,
                per_minute: 6.0,
            },
            join: Rate {
                burst: 12,
                per_minute: 12.0,
            },
            request: Rate {
                burst: 600,
                per_minute: 3000.0,
            },
            spare_loopback: true,
        }
    }
}

impl Rates {
    fn of(&self, purpose: Purpose) -> Rate {
        match purpose {
            Purpose::SignIn => self.sign_in,
            Purpose::Join => self.join,
            Purpose::Request => self.request,
        }
    }
}

/// All buckets.
pub(super) struct Gate {
    rates: Rates,
    buckets: Mutex<HashMap<(Purpose, IpAddr), Bucket>>,
}

struct Bucket {
    left: f64,
    at: Instant,
}

impl Gate {
    pub(super) fn new(rates: Rates) -> Self {
        Self {
            rates,
            buckets: Mutex::default(),
        }
    }

    /// Pays for one, or says when there is something to pay with.
    pub(super) fn pay(&self, purpose: Purpose, address: IpAddr) -> Result<(), Rejection> {
        self.pay_at(purpose, address, Instant::now())
    }

    /// Pays for a request of somebody unknown.
    pub(super) fn pay_for_request(&self, address: IpAddr) -> Result<(), Rejection> {
        if self.rates.spare_loopback && address.is_loopback() {
            return Ok(());
        }
        self.pay(Purpose::Request, address)
    }

    fn pay_at(&self, purpose: Purpose, address: IpAddr, now: Instant) -> Result<(), Rejection> {
        let rate = self.rates.of(purpose);
        let mut buckets = self
            .buckets
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner());
        if buckets.len() >= limits::BUCKETS {
            forget_full(&mut buckets, &self.rates, now);
        }
        let full = Bucket {
            left: f64::from(rate.burst),
            at: now,
        };
        let bucket = buckets.entry((purpose, network(address))).or_insert(full);
        bucket.fill(rate, now);
        if bucket.left < 1.0 {
            let wait_secs = ((1.0 - bucket.left) / (rate.per_minute / 60.0))
                .ceil()
                .clamp(1.0, 3600.0) as u64;
            return Err(Rejection::TooOften { wait_secs });
        }
        bucket.left -= 1.0;
        Ok(())
    }

    /// Gives back what was paid.
    pub(super) fn pay_back(&self, purpose: Purpose, address: IpAddr) {
        let burst = f64::from(self.rates.of(purpose).burst);
        let mut buckets = self
            .buckets
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner());
        if let Some(bucket) = buckets.get_mut(&(purpose, network(address))) {
            bucket.left = (bucket.left + 1.0).min(burst);
        }
    }
}

impl Bucket {
    fn fill(&mut self, rate: Rate, now: Instant) {
        let minutes = now.saturating_duration_since(self.at).as_secs_f64() / 60.0;
        self.left = (self.left + minutes * rate.per_minute).min(f64::from(rate.burst));
        self.at = now;
    }
}

/// A full bucket is as good as none. If all are in use, all are forgotten: the memory is bounded,
/// and whoever commands so many addresses is not held up by buckets.
fn forget_full(buckets: &mut HashMap<(Purpose, IpAddr), Bucket>, rates: &Rates, now: Instant) {
    buckets.retain(|(purpose, _), bucket| {
        let rate = rates.of(*purpose);
        bucket.fill(rate, now);
        bucket.left < f64::from(rate.burst)
    });
    if buckets.len() >= limits::BUCKETS {
        buckets.clear();
    }
}

/// One house has one IPv4 address, but a whole /64 of IPv6.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() & !u128::from(u64::MAX))),
        v4 => v4,
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    const HOME: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(192, 168, 1, 7));

    fn gate() -> Gate {
        Gate::new(Rates {
            sign_in: Rate {
                burst: 3,
                per_minute: 6.0,
            },
            ..Rates::default()
        })
    }

    #[test]
    fn a_bucket_pays_its_burst_and_then_fills_by_the_minute() {
        let (gate, now) = (gate(), Instant::now());
        for _ in 0..3 {
            gate.pay_at(Purpose::SignIn, HOME, now).unwrap();
        }
        assert_eq!(
            gate.pay_at(Purpose::SignIn, HOME, now),
            Err(Rejection::TooOften { wait_secs: 10 })
        );
        gate.pay_at(Purpose::SignIn, HOME, now + Duration::from_secs(11))
            .unwrap();
        assert!(
            gate.pay_at(Purpose::SignIn, HOME, now + Duration::from_secs(12))
                .is_err()
        );
    }

    #[test]
    fn what_is_paid_back_can_be_spent_again() {
        let (gate, now) = (gate(), Instant::now());
        for _ in 0..100 {
            gate.pay_at(Purpose::SignIn, HOME, now).unwrap();
            gate.pay_back(Purpose::SignIn, HOME);
        }
    }

    #[test]
    fn one_address_does_not_pay_for_another_and_one_house_is_one_address() {
        let (gate, now) = (gate(), Instant::now());
        let of = |text: &str| text.parse::<IpAddr>().unwrap();
        for host in ["2001:db8::1", "2001:db8::2", "2001:db8::ffff:1"] {
            gate.pay_at(Purpose::SignIn, of(host), now).unwrap();
        }
        assert!(
            gate.pay_at(Purpose::SignIn, of("2001:db8::3"), now)
                .is_err()
        );
        gate.pay_at(Purpose::SignIn, of("2001:db8:0:1::3"), now)
            .unwrap();
        gate.pay_at(Purpose::SignIn, HOME, now).unwrap();
    }

    #[test]
    fn the_memory_of_buckets_is_bounded() {
        let (gate, now) = (gate(), Instant::now());
        for n in 0..2 * limits::BUCKETS as u32 {
            gate.pay_at(Purpose::SignIn, IpAddr::V4(n.into()), now)
                .unwrap();
        }
        assert!(gate.buckets.lock().unwrap().len() <= limits::BUCKETS);
    }
}
